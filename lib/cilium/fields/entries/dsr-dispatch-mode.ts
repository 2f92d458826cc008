import type { AgentStatus } from '../../agent-status';
import { featuresOf } from '../features';
import type { FieldContext } from '../field-context';
import type { FieldEntry } from '../field-entry';
import { ofText, notReported } from '../field-value';
import type { Passage } from '../passage';
import { code } from '../passage';

/** JSON holds the dispatch in SNAT mode too, where it has no use; the text leaves the line out then. */
const usesDsr = (status: AgentStatus) => featuresOf(status).nodePort?.mode?.toLowerCase() !== 'snat';

function meaning(status: AgentStatus, { node }: FieldContext): Passage[] {
  switch (featuresOf(status).nodePort?.dsrMode) {
    case 'IP Option/Extension':
      return [
        {
          text: `${code(node)} writes the Service’s address and port into the packet’s own IP header: for TCP only in the packet that opens the connection, for UDP in every one.`,
          expert:
            'IPv4: option type 0x9A, 8 bytes (port, then address, in host byte order on little-endian machines), header length 5 to 7 words. IPv6: a Destination Options header of 24 bytes, option type 0x1B.',
        },
      ];
    case 'Geneve':
      return [
        {
          text: `${code(node)} wraps each packet for another node in Geneve and puts the Service’s address beside it, so routers on the way see plain UDP between nodes.`,
          expert:
            'Option class 0x014B, type 0x81; 12 bytes for IPv4, 24 for IPv6. All packets of the flow are wrapped (50 bytes over IPv4), the option itself is sent only when needed (62 in all).',
        },
      ];
    case 'IPIP':
      return [
        {
          text: `${code(node)} wraps the client’s packet unchanged in a second IP header addressed to the backend; the backend’s node unwraps it and translates there. No port travels along, so the Service’s port and the pod’s must be the same.`,
          expert: 'Outer protocol 4, or 41 for IPv6; 20 or 40 bytes more a packet.',
        },
      ];
    default:
      return [
        `${code(featuresOf(status).nodePort?.dsrMode ?? '')} is none of the dispatch modes of a released Cilium, so what it does is not known here.`,
      ];
  }
}

/** `DSR Dispatch Mode:`, four spaces in. */
export const dsrDispatchMode: FieldEntry = {
  id: 'dsr-dispatch-mode',
  title: 'DSR Dispatch Mode',
  labels: ['DSR Dispatch Mode'],
  block: 'details',
  path: 'kubeProxyReplacement.features.nodePort.dsrMode',
  printed: [{ since: '1.15' }],
  printedWhen: 'only when Mode is DSR or Hybrid',
  what: 'How the Service’s address reaches the backend’s node, which needs it to answer in the Service’s name.',
  why: [
    'The packet already carries two addresses, the client’s and the pod’s; the third has to travel somewhere. Which place survives depends on the network between the nodes.',
    {
      text: 'With opt it stands in an option of the packet’s own IP header; with ipip the packet travels inside a second one.',
      until: '1.13',
    },
    {
      text: 'With opt it stands in an option of the packet’s own IP header; with geneve and ipip the packet travels inside another.',
      since: '1.14',
    },
  ],
  value: (status) => (usesDsr(status) ? ofText(featuresOf(status).nodePort?.dsrMode) : notReported),
  meaning,
  absent(status) {
    if (featuresOf(status).nodePort?.mode === undefined) return null;
    return usesDsr(status)
      ? null
      : 'Printed only when Mode is DSR or Hybrid; this node does not send DSR packets by default.';
  },
  costs: [
    { text: 'Routers may drop packets with IP options, or handle them slowly.', when: ['opt'] },
    { text: 'UDP datagrams grow, every one of them.', when: ['opt'] },
    {
      text: 'An outer header on every packet of the flow, so less room for data.',
      when: ['geneve'],
      since: '1.14',
    },
    { text: 'UDP between the nodes must be open for Geneve.', when: ['geneve'], since: '1.14' },
    { text: 'An outer IP header on every packet.', when: ['ipip'] },
    { text: 'A Service whose port differs from its pods’ port fails without a message.', when: ['ipip'] },
  ],
  misunderstood: [
    {
      claim: 'Geneve dispatch needs a Geneve tunnel as the cluster’s network.',
      truth: 'It works with native routing as well, and there too `tunnel-protocol` must be geneve.',
      since: '1.15',
    },
    {
      claim: 'The line proves that such packets can be sent.',
      truth:
        'It repeats the configuration. An agent was recorded that prints IPIP on a kernel without that device and never loads its datapath.',
      since: '1.21',
    },
  ],
  prerequisites: [
    'Mode DSR or Hybrid.',
    'opt and ipip: native routing.',
    {
      text: 'geneve: native routing or a Geneve tunnel, with `tunnel-protocol: geneve` in both.',
      since: '1.15',
    },
    { text: 'ipip: only with XDP acceleration and `datapath-mode: lb-only`.', until: '1.17' },
    { text: 'ipip: only with XDP acceleration.', since: '1.18', until: '1.18' },
  ],
  settings: [
    {
      helm: 'loadBalancer.dsrDispatch',
      key: 'bpf-lb-dsr-dispatch',
      values: ['opt', 'ipip'],
      default: 'opt',
      until: '1.13',
    },
    {
      helm: 'loadBalancer.dsrDispatch',
      key: 'bpf-lb-dsr-dispatch',
      values: ['opt', 'geneve', 'ipip'],
      default: 'opt',
      since: '1.14',
      until: '1.17',
    },
    {
      helm: 'loadBalancer.dsrDispatch',
      key: 'bpf-lb-dsr-dispatch',
      values: ['opt', 'geneve', 'ipip'],
      default: 'opt',
      since: '1.18',
      until: '1.19',
      note: '1.18 and 1.19 do not check the value: a typo is accepted.',
    },
    {
      helm: 'loadBalancer.dsrDispatch',
      key: 'bpf-lb-dsr-dispatch',
      values: ['opt', 'geneve', 'ipip'],
      default: 'opt',
      since: '1.20',
    },
  ],
  current(status) {
    const dispatch: Record<string, string> = { 'IP Option/Extension': 'opt', Geneve: 'geneve', IPIP: 'ipip' };
    return dispatch[featuresOf(status).nodePort?.dsrMode ?? ''] ?? null;
  },
  grep: 'DSR Dispatch Mode',
  versions: ['Printed from 1.15. opt and ipip exist since 1.10, geneve since 1.14.'],
  docs: { page: 'kube-proxy-free', anchor: 'direct-server-return-dsr' },
  related: ['mode', 'xdp-acceleration', 'annotations'],
};
