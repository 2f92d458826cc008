import { directRoutingIP, networkRouting } from '../features';
import type { FieldEntry } from '../field-entry';
import { notReported, ofText } from '../field-value';
import type { Passage } from '../passage';
import { code } from '../passage';

/** `Routing:`, how packets travel between nodes and through a node. */
export const routing: FieldEntry = {
  id: 'routing',
  title: 'Routing',
  labels: ['Routing'],
  block: 'output',
  path: 'routing',
  printed: [{ since: '1.16' }],
  printedWhen: '',
  what: 'How a packet for a pod travels to another node (Network), and how it passes through the node it is on (Host).',
  why: [
    {
      text: 'The network between the nodes either knows the pods’ addresses and routes them itself (native), or it knows the nodes only, and Cilium wraps packets between pods in packets between nodes (tunnel).',
      expert:
        'A tunnel takes 50 bytes of each packet over IPv4 (outer IP 20, UDP 8, VXLAN or Geneve 8, inner Ethernet 14), 70 over IPv6.',
    },
    'It decides which forwarding modes are possible: DSR with IP options needs native routing, and DSR through a tunnel needs Geneve.',
  ],
  value(status) {
    if (status.routing === undefined) return notReported;
    const { network, tunnelProtocol, host } = status.routing;
    const protocol = tunnelProtocol === undefined ? '' : ` [${tunnelProtocol}]`;
    return ofText(`Network: ${network}${protocol} Host: ${host}`);
  },
  meaning(status, { node, nodeIP }): Passage[] {
    const protocol = status.routing?.tunnelProtocol;
    const host = status.routing?.host;
    const inside =
      host === 'BPF'
        ? `Inside the node packets go straight between the device and the pod (${code('Host: BPF')}).`
        : `Inside the node packets take the kernel’s whole network stack, iptables included (${code(`Host: ${host ?? ''}`)}).`;
    const own = directRoutingIP(status) ?? nodeIP;
    switch (networkRouting(status)) {
      case 'native':
        return [
          `A packet from a pod on ${code(node)} to a pod elsewhere leaves under the pods’ own addresses, and the network has to know the way. What SNAT sends to another node leaves under ${own === null ? 'the node’s own address' : code(own)}.`,
          inside,
        ];
      case 'tunnel':
        return [
          `A packet from a pod on ${code(node)} to a pod elsewhere is wrapped${protocol === undefined ? '' : ` with ${code(protocol)}`} in a packet from node to node. What SNAT sends to another node travels inside it, under the node’s internal address.`,
          inside,
        ];
      default:
        return [
          `${code(status.routing?.network ?? '')} is neither Native nor Tunnel, so what the network of ${code(node)} needs is not told here.`,
          inside,
        ];
    }
  },
  absent: (status) =>
    status.hostRouting === undefined
      ? null
      : 'Up to 1.15 the agent prints Host Routing alone; whether there is a tunnel is not in its output.',
  costs: [
    'Tunnel: room in every packet, and an outer header to write and to read.',
    'Native: the network must carry the pods’ addresses, by routes, by BGP or because the cloud assigns them.',
  ],
  misunderstood: [
    {
      claim: 'Native means that no NAT happens.',
      truth:
        'It says how packets between pods travel. Services are still translated, and so is what leaves the cluster.',
    },
    {
      claim: '(Direct Routing) behind a device means native routing.',
      truth: 'That mark names a device and stands in tunnel mode as well.',
    },
  ],
  prerequisites: [
    'Native: routes to the pods of every node.',
    'Tunnel: UDP open between the nodes, 8472 for VXLAN and 6081 for Geneve unless they were changed.',
  ],
  settings: [
    {
      helm: 'routingMode',
      key: 'routing-mode',
      values: ['tunnel', 'native'],
      default: 'tunnel',
      since: '1.14',
      until: '1.19',
      note: 'To change it on a running cluster breaks traffic between nodes until all agents have restarted.',
    },
    {
      helm: 'routingMode',
      key: 'routing-mode',
      values: ['tunnel', 'native', 'hybrid'],
      default: 'tunnel',
      since: '1.20',
      note: 'To change it on a running cluster breaks traffic between nodes until all agents have restarted.',
    },
    {
      helm: 'tunnelProtocol',
      key: 'tunnel-protocol',
      values: ['vxlan', 'geneve'],
      default: 'vxlan',
      since: '1.14',
    },
  ],
  current: (status) => status.routing?.network.toLowerCase() ?? null,
  grep: '^Routing:',
  versions: [
    'From 1.16. Before, there was only Host Routing, and the tunnel was not printed.',
    'The setting was `tunnel` up to 1.13; 1.14 takes both, 1.15 refuses the old one.',
  ],
  docs: { page: 'routing' },
  related: ['host-routing', 'masquerading', 'mode', 'dsr-dispatch-mode'],
};
