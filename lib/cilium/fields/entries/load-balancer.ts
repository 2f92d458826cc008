import { nodePortOn } from '../features';
import type { FieldEntry } from '../field-entry';
import { notReported } from '../field-value';
import { code } from '../passage';
import { examplesSentence } from './examples-sentence';

/** `- LoadBalancer:`, which repeats NodePort; JSON has no such field. */
export const loadBalancer: FieldEntry = {
  id: 'load-balancer',
  title: 'LoadBalancer',
  labels: ['LoadBalancer'],
  block: 'services',
  path: 'kubeProxyReplacement.features.nodePort.enabled',
  printed: [{}],
  printedWhen: '',
  what: 'Addresses that a load balancer outside, or Cilium itself, has given to Services.',
  why: [
    {
      text: 'A packet for such an address can arrive at a node unchanged; the node must then know which pods stand behind it.',
      expert:
        'One frontend for each ingress address whose ipMode is VIP or not set. Source ranges stand in `cilium_lb4_source_range`.',
    },
  ],
  value(status) {
    const on = nodePortOn(status);
    if (on === undefined) return notReported;
    return on ? { state: 'on', text: 'Enabled' } : { state: 'off', text: 'Disabled' };
  },
  meaning: (status, context) =>
    nodePortOn(status) === true
      ? [
          `${code(context.node)} answers for the addresses in the status of Services of type LoadBalancer when packets for them arrive.`,
          ...examplesSentence(context, 'LoadBalancer'),
          'The agent has no separate value for this line: it repeats that of NodePort.',
        ]
      : [
          `${code(context.node)} does not answer for load-balancer addresses; kube-proxy has to, if one runs.`,
        ],
  costs: [
    'Traffic reaches only what the load balancer outside sends here: Cilium does not create that load balancer.',
  ],
  misunderstood: [
    {
      claim: 'Enabled means that Services get an address.',
      truth:
        'Addresses come from the cloud or from an address pool. This line is about packets for addresses that are there.',
    },
    {
      claim: 'loadBalancerSourceRanges protects against clients inside.',
      truth: 'The ranges are checked only for traffic from outside.',
    },
  ],
  prerequisites: ['NodePort on: the two go together.'],
  settings: [],
  current: () => null,
  grep: 'LoadBalancer',
  checks: [{ args: ['service', 'list'], shows: 'the LoadBalancer frontends with their backends' }],
  versions: ['In every version, always the same as NodePort.'],
  docs: { page: 'kube-proxy-free' },
  related: ['node-port', 'external-ips', 'mode'],
};
