import type { GlossaryWord } from './glossary-word';

/**
 * Words of the way to a backend on another node and back.
 * Source: Cilium main 1.21-dev, bpf/lib/nodeport.h, bpf/lib/nat.h, bpf/lib/tunnel.h, pkg/mtu/mtu.go; kubeproxy-free.rst.
 */
export const forwardingWords = [
  {
    id: 'forwarding-mode',
    word: 'Forwarding mode',
    also: ['bpf-lb-mode', 'loadBalancer.mode'],
    text: 'What a node does with a packet from outside whose backend is on another node, and which way the reply goes: snat, dsr or hybrid. Backends on the node itself are reached the same way in all three. It matters for externalTrafficPolicy Cluster only.',
    see: ['snat', 'dsr', 'hybrid', 'external-traffic-policy'],
    links: [
      { to: 'field', id: 'mode' },
      { to: 'simulator', id: 'dsr' },
    ],
  },
  {
    id: 'snat',
    word: 'SNAT',
    also: ['source NAT'],
    text: 'The default forwarding mode: the node that received the packet writes its own address in as source. So the reply comes back through it, one hop more, and the pod sees that node instead of the client. Nothing is added to the packet in native routing.',
    see: ['forwarding-mode', 'dsr', 'hybrid', 'conntrack', 'masquerading'],
    links: [
      { to: 'field', id: 'mode' },
      { to: 'simulator', id: 'dsr' },
    ],
  },
  {
    id: 'dsr',
    word: 'DSR',
    also: ['direct server return'],
    text: 'A forwarding mode: the pod’s own node answers the client directly, in the Service’s name, past the node that received the packet. The pod sees the client’s address. The Service’s address must travel with the packet, and the network must let a node send with an address that is not its own.',
    see: ['dispatch', 'snat', 'hybrid', 'mtu'],
    links: [
      { to: 'field', id: 'mode' },
      { to: 'simulator', id: 'dsr' },
    ],
  },
  {
    id: 'hybrid',
    word: 'Hybrid',
    also: [],
    text: 'A forwarding mode: TCP as with DSR, UDP as with SNAT. With dispatch opt only the packet that opens a TCP connection grows, while every UDP datagram would; so hybrid spares a change of the MTU.',
    see: ['dsr', 'snat', 'mtu'],
    links: [
      { to: 'field', id: 'mode' },
      { to: 'simulator', id: 'dsr' },
    ],
  },
  {
    id: 'dispatch',
    word: 'Dispatch',
    also: ['DSR dispatch mode', 'opt'],
    text: 'How the Service’s address travels to the backend’s node with DSR: opt writes it into an IP option (8 bytes, 24 for IPv6), geneve beside the packet in a tunnel, ipip leaves it in the inner packet. opt and ipip need native routing; none works over VXLAN.',
    see: ['dsr', 'geneve', 'ipip'],
    links: [
      { to: 'field', id: 'dsr-dispatch-mode' },
      { to: 'simulator', id: 'dsr' },
    ],
  },
  {
    id: 'geneve',
    word: 'Geneve',
    also: [],
    text: 'A tunnel over UDP whose header can carry options. As a DSR dispatch it wraps every packet to another node, and carries the Service’s address as an option where the other node needs to be told: 50 bytes over IPv4, 62 with the option.',
    see: ['dispatch', 'vxlan', 'mtu'],
    links: [{ to: 'simulator', id: 'dsr' }],
  },
  {
    id: 'ipip',
    word: 'IPIP',
    also: ['IP in IP'],
    text: 'A packet inside a second IP header: 20 bytes more, or 40 for IPv6. As a DSR dispatch it leaves the client’s packet as it was, so the port of the Service and that of the pod must be the same. In XDP the outer source comes from a prefix, so that the other node’s network card spreads the flows.',
    see: ['dispatch', 'dsr'],
    links: [{ to: 'simulator', id: 'dsr' }],
  },
  {
    id: 'vxlan',
    word: 'VXLAN',
    also: ['tunnel', 'overlay'],
    text: 'A tunnel over UDP between nodes, so that the network below need not know the pods’ addresses. It adds 50 bytes to each packet over IPv4. With it, SNAT is the only forwarding mode, but for ipip by annotation of a Service.',
    see: ['geneve', 'native-routing', 'mtu'],
    links: [{ to: 'field', id: 'routing' }],
  },
  {
    id: 'native-routing',
    word: 'Native routing',
    also: ['routing-mode native'],
    text: 'Packets between nodes travel as they are, without a tunnel: the network routes the pods’ addresses. Nothing is added to them. The DSR dispatches opt and ipip need it.',
    see: ['vxlan', 'dispatch'],
    links: [{ to: 'field', id: 'routing' }],
  },
  {
    id: 'mtu',
    word: 'MTU',
    also: ['maximum transmission unit'],
    text: 'The largest packet that a link takes, in bytes. What DSR or a tunnel adds must fit in it. Where a packet with it does not, the node that received it can answer the sender that fragmentation is needed.',
    see: ['dsr', 'geneve', 'ipip'],
    links: [{ to: 'simulator', id: 'dsr' }],
  },
  {
    id: 'masquerading',
    word: 'Masquerading',
    also: ['masquerade', 'BPF masquerade'],
    text: 'A pod’s address becomes the node’s where a packet leaves the cluster. It can be done by iptables or by BPF. BPF is recommended beside BPF NodePort: the two ways of translating can choose the same port.',
    see: ['snat', 'iptables'],
    links: [{ to: 'field', id: 'masquerading' }],
  },
  {
    id: 'nat46-64',
    word: 'NAT46/64',
    also: ['NAT46', 'NAT64'],
    text: 'Translation between IPv4 and IPv6. For Services: a frontend of one family with backends of the other, with SNAT only. As a gateway: any traffic through the prefix 64:ff9b::/96, whose last 32 bits hold the IPv4 address.',
    see: ['snat', 'frontend'],
    links: [
      { to: 'field', id: 'nat46x64' },
      { to: 'field', id: 'nat46x64-services' },
      { to: 'field', id: 'nat46x64-gateway' },
      { to: 'field', id: 'nat46x64-prefixes' },
      { to: 'simulator', id: 'nat46-64' },
    ],
  },
  {
    id: 'ecmp',
    word: 'ECMP',
    also: ['equal-cost multipath'],
    text: 'A router that has several equally good ways spreads flows over them, here over nodes. When a node goes, flows land on another, which must choose the same backend: that is what Maglev is for.',
    see: ['maglev', 'load-balancer'],
    links: [{ to: 'simulator', id: 'maglev' }],
  },
] as const satisfies readonly GlossaryWord[];
