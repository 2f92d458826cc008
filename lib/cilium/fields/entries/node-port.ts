import { featuresOf } from '../features';
import type { FieldEntry } from '../field-entry';
import { notReported } from '../field-value';
import { code } from '../passage';
import { examplesSentence } from './examples-sentence';

/** `- NodePort:`, with its port range. */
export const nodePort: FieldEntry = {
  id: 'node-port',
  title: 'NodePort',
  labels: ['NodePort'],
  block: 'services',
  path: 'kubeProxyReplacement.features.nodePort.enabled',
  printed: [{}],
  printedWhen: '',
  what: 'The same port on every node, through which a Service can be reached from outside.',
  why: [
    'Clients outside know the nodes’ addresses and nothing of pods. A load balancer in front of the cluster uses these ports too.',
  ],
  value(status) {
    const feature = featuresOf(status).nodePort;
    if (feature === undefined) return notReported;
    if (!feature.enabled) return { state: 'off', text: 'Disabled' };
    const range =
      feature.portMin === undefined || feature.portMax === undefined
        ? ''
        : ` (Range: ${feature.portMin}-${feature.portMax})`;
    return { state: 'on', text: `Enabled${range}` };
  },
  meaning(status, context) {
    const feature = featuresOf(status).nodePort;
    const node = code(context.node);
    if (feature?.enabled !== true)
      return [`${node} leaves node ports to kube-proxy, if one runs: Cilium does not answer on any.`];
    const range =
      feature.portMin === undefined || feature.portMax === undefined
        ? ''
        : ` in ${code(`${feature.portMin}-${feature.portMax}`)}`;
    return [
      `${node} answers on the ports${range} that Services were given, on the addresses of its devices, whether or not a backend runs there.`,
      ...examplesSentence(context, 'NodePort'),
      {
        text: 'The table lists such a port under each of the node’s addresses and under `0.0.0.0`, the row for programs on the node itself.',
        until: '1.17',
      },
      {
        text: 'The table lists such a port under `0.0.0.0` or `[::]` only; the rows for the node’s own addresses exist in the kernel’s maps.',
        expert: '`cilium-dbg bpf lb list` shows them.',
        since: '1.18',
      },
    ];
  },
  costs: [
    'The range is taken from programs of the host: binding a Service’s port is refused.',
    'The range must not overlap the kernel’s ephemeral ports, unless they are reserved.',
  ],
  misunderstood: [
    {
      claim: 'It works only on nodes that run a backend.',
      truth: 'Every node answers, unless the Service’s externalTrafficPolicy is Local.',
    },
    {
      claim: 'A port shown here is open in the firewall.',
      truth: 'Cilium handles packets that arrive; whether they arrive is up to the network before it.',
    },
  ],
  prerequisites: [
    { text: 'Full kube-proxy replacement.', since: '1.19' },
    { text: 'Full kube-proxy replacement, or NodePort switched on by itself.', until: '1.18' },
    'A range outside the ephemeral ports of the nodes, and a minimum below its maximum.',
  ],
  settings: [
    {
      helm: 'nodePort.range',
      key: 'node-port-range',
      values: ['30000,32767', '31000,32767'],
      default: '30000,32767',
      note: 'Any range; the second one here is an example.',
    },
    {
      helm: 'nodePort.enabled',
      key: 'enable-node-port',
      values: ['true', 'false'],
      default: 'false',
      until: '1.18',
      forcedOn: true,
    },
  ],
  current(status) {
    const { portMin, portMax } = featuresOf(status).nodePort ?? {};
    return portMin === undefined || portMax === undefined ? null : `${portMin},${portMax}`;
  },
  grep: 'NodePort',
  checks: [
    { args: ['bpf', 'lb', 'list'], shows: 'the rows for the node’s own addresses, as the kernel has them' },
  ],
  versions: ['In every version. Up to 1.18 it can be on without full replacement; from 1.19 it follows it.'],
  docs: { page: 'kube-proxy-free', anchor: 'nodeport-devices-port-and-bind-settings' },
  related: ['load-balancer', 'host-port', 'devices', 'mode'],
};
