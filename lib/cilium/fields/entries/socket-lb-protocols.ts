import { featuresOf } from '../features';
import type { FieldEntry } from '../field-entry';
import { ofText } from '../field-value';
import { code } from '../passage';

/** `Socket LB Protocols:` of v1.10 to v1.12. */
export const socketLbProtocols: FieldEntry = {
  id: 'socket-lb-protocols',
  title: 'Socket LB Protocols',
  labels: ['Socket LB Protocols', 'Protocols'],
  block: 'details',
  path: 'kubeProxyReplacement.features.hostReachableServices.protocols',
  printed: [{ since: '1.10', until: '1.12' }],
  printedWhen: 'only while the socket load balancer is on',
  what: 'Which protocols the socket load balancer translates.',
  why: [
    'UDP needs kernel hooks that came later than those for TCP, so older Ciliums could run with TCP alone.',
  ],
  value: (status) => ofText(featuresOf(status).hostReachableServices?.protocols?.join(', ')),
  meaning(status, { node }) {
    const protocols = featuresOf(status).hostReachableServices?.protocols ?? [];
    const udp = protocols.some((protocol) => protocol.toUpperCase() === 'UDP');
    return [
      `On ${code(node)} sockets of ${code(protocols.join(', '))} get their backend at the system call.${udp ? '' : ' UDP is translated packet by packet.'}`,
    ];
  },
  absent: (_status, { version }) =>
    version !== null && (version.major > 1 || version.minor >= 13)
      ? 'The line went with 1.13: since then the socket load balancer always does TCP and UDP, and Socket LB says whether it is on.'
      : null,
  costs: [],
  misunderstood: [
    {
      claim: 'A protocol missing here is not load-balanced.',
      truth: 'It is, at the packet instead of at the socket.',
    },
  ],
  prerequisites: [
    {
      text: 'Linux 4.17 for TCP; 4.19.57, 5.1.16 or 5.2 for UDP.',
      expert: 'TCP needs the hook of connect(2); UDP those of sendmsg(2) and recvmsg(2) besides.',
    },
  ],
  settings: [
    {
      helm: 'hostServices.protocols',
      key: 'host-reachable-services-protos',
      values: ['tcp,udp', 'tcp'],
      default: 'tcp,udp',
      until: '1.11',
    },
  ],
  current: (status) => featuresOf(status).hostReachableServices?.protocols?.join(',').toLowerCase() ?? null,
  grep: 'Socket LB Protocols',
  versions: ['1.10 to 1.12 only. Samples in Cilium’s documentation showed `Protocols:` for years after.'],
  docs: { page: 'kube-proxy-free' },
  related: ['socket-lb'],
};
