import { featuresOf } from '../features';
import type { FieldEntry } from '../field-entry';
import { ofText } from '../field-value';
import { code } from '../passage';
import { examplesSentence } from './examples-sentence';

/** `- ClusterIP:`, a constant of the text output; JSON has no such field. */
export const clusterIp: FieldEntry = {
  id: 'cluster-ip',
  title: 'ClusterIP',
  labels: ['ClusterIP'],
  block: 'services',
  path: 'kubeProxyReplacement.features',
  printed: [{}],
  printedWhen: '',
  what: 'Addresses of Services that only clients inside the cluster use.',
  why: [
    'Pods come and go with new addresses; a ClusterIP stays, and each node turns it into the address of a pod that is there.',
  ],
  value: (status) =>
    status.kubeProxyReplacement === undefined ? ofText(undefined) : { state: 'on', text: 'Enabled' },
  meaning(status, context) {
    const where =
      featuresOf(status).socketLB?.enabled === true
        ? 'when a connection is opened'
        : 'in each packet a pod sends';
    return [
      `${code(context.node)} translates ClusterIPs ${where}.`,
      ...examplesSentence(context, 'ClusterIP'),
      'The agent prints Enabled here whatever its settings are: there is no switch for it.',
    ];
  },
  costs: [
    {
      text: 'One entry a frontend and one a backend of it in the service map.',
      expert: '65,536 entries by default (`bpf-lb-map-max`); a frontend with n backends takes n + 1.',
    },
  ],
  misunderstood: [
    {
      claim: 'A ClusterIP can be pinged.',
      truth: 'No machine has it. Only the Service’s ports are translated.',
    },
    {
      claim: 'It can be reached from outside.',
      truth:
        'A packet for it that arrives from outside is dropped, unless that was allowed with `bpf.lbExternalClusterIP`.',
    },
  ],
  prerequisites: [],
  settings: [
    {
      helm: 'bpf.lbExternalClusterIP',
      key: 'bpf-lb-external-clusterip',
      values: ['true', 'false'],
      default: 'false',
      since: '1.10',
      note: 'Does not switch ClusterIPs on or off: it lets clients outside use them.',
    },
  ],
  current: () => null,
  grep: 'ClusterIP',
  checks: [{ args: ['service', 'list'], shows: 'each ClusterIP with its backends' }],
  versions: ['In every version, always Enabled.'],
  docs: { page: 'kube-proxy-free', anchor: 'external-access-to-clusterip-services' },
  related: ['socket-lb', 'services', 'backend-selection'],
};
