import type { GlossaryWord } from './glossary-word';

/**
 * Words of where in a machine it happens.
 * Source: Cilium main 1.21-dev, bpf/bpf_sock.c, bpf/bpf_xdp.c, pkg/socketlb, pkg/datapath/linux/devices_controller.go; kubeproxy-free.rst, maps.rst.
 */
export const datapathWords = [
  {
    id: 'socket-lb',
    word: 'Socket LB',
    also: ['socket load balancing', 'bpf-lb-sock'],
    text: 'eBPF programs on the cgroup that rewrite the address in a system call such as connect, before there is a packet. The socket is then really connected to the pod, so nothing needs translating packet by packet. It always chooses at random.',
    see: ['coverage', 'netns-cookie', 'random', 'socket-tracing'],
    links: [
      { to: 'field', id: 'socket-lb' },
      { to: 'field', id: 'socket-lb-protocols' },
      { to: 'simulator', id: 'socket-lb' },
    ],
  },
  {
    id: 'coverage',
    word: 'Coverage of Socket LB',
    also: ['Full', 'Hostns-only', 'socketLB.hostNamespaceOnly'],
    text: 'Full means that Socket LB works for the host and for pods. Hostns-only means that its programs return early in pods, whose traffic is then translated packet by packet at the tc hook: so a sidecar such as Istio’s still sees the ClusterIP.',
    see: ['socket-lb', 'tc', 'netns-cookie'],
    links: [
      { to: 'field', id: 'socket-lb-coverage' },
      { to: 'simulator', id: 'socket-lb' },
    ],
  },
  {
    id: 'socket-tracing',
    word: 'Socket LB tracing',
    also: ['trace-sock'],
    text: 'Four points of each translation, before and after, on the way out and back, that cilium-dbg monitor -v -t trace-sock and Hubble can show. On by default wherever Socket LB is.',
    see: ['socket-lb', 'cilium-dbg'],
    links: [{ to: 'field', id: 'socket-lb-tracing' }],
  },
  {
    id: 'netns-cookie',
    word: 'Netns cookie',
    also: ['network namespace cookie'],
    text: 'A number by which the kernel tells network namespaces apart, since 5.7. Socket LB takes it as the client’s identity for session affinity, and compares it with the host’s to tell pods from the host.',
    see: ['session-affinity', 'coverage'],
    links: [{ to: 'simulator', id: 'session-affinity' }],
  },
  {
    id: 'bind-protection',
    word: 'Bind protection',
    also: ['node-port-bind-protection'],
    text: 'A process in the host’s network namespace that wants to bind a port of a NodePort Service is refused: Operation not permitted. Otherwise it would wait for packets that the datapath takes before it.',
    see: ['node-port', 'socket-lb'],
    links: [{ to: 'page', id: 'settings' }],
  },
  {
    id: 'xdp',
    word: 'XDP',
    also: ['acceleration', 'eXpress Data Path'],
    text: 'A program in the driver’s receive path, before the kernel makes a packet of its own of what came in. There Cilium translates NodePort, LoadBalancer and externalIPs traffic, and sends it out again if the backend is on another node. What it sends back so is invisible to tcpdump.',
    see: ['xdp-native', 'xdp-best-effort', 'xdp-generic', 'tc'],
    links: [
      { to: 'field', id: 'xdp-acceleration' },
      { to: 'simulator', id: 'xdp' },
    ],
  },
  {
    id: 'xdp-native',
    word: 'XDP native',
    also: ['loadBalancer.acceleration=native'],
    text: 'XDP in the driver itself. It is attached to all devices, so the driver of every one must support it; otherwise use best-effort.',
    see: ['xdp', 'xdp-best-effort', 'devices'],
    links: [
      { to: 'field', id: 'xdp-acceleration' },
      { to: 'simulator', id: 'xdp' },
    ],
  },
  {
    id: 'xdp-best-effort',
    word: 'XDP best-effort',
    also: [],
    text: 'XDP on those devices whose drivers can, and tc on the rest; since 1.15.',
    see: ['xdp-native', 'xdp'],
    links: [{ to: 'field', id: 'xdp-acceleration' }],
  },
  {
    id: 'xdp-generic',
    word: 'XDP generic',
    also: ['testing-only'],
    text: 'XDP without the driver’s help, meant for tests. The setting is testing-only; cilium status prints Generic.',
    see: ['xdp', 'xdp-native'],
    links: [{ to: 'field', id: 'xdp-acceleration' }],
  },
  {
    id: 'tc',
    word: 'tc, tcx',
    also: ['traffic control', 'attach mode'],
    text: 'The hook of a network device where Cilium’s programs see each packet as the kernel has it. tcx is the newer way to attach there, since Cilium 1.16; without it in the kernel, tc is used. Without XDP, packets from outside are translated here.',
    see: ['xdp', 'socket-lb'],
    links: [
      { to: 'field', id: 'attach-mode' },
      { to: 'field', id: 'device-mode' },
      { to: 'field', id: 'host-routing' },
    ],
  },
  {
    id: 'devices',
    word: 'Devices',
    also: ['interfaces', '--devices'],
    text: 'The network interfaces at which a node takes traffic from outside for NodePort. The agent finds them by a row of tests: an address, up, no bridge or bond member, no name of Cilium’s own, a global route. --devices names them instead.',
    see: ['direct-routing-device', 'node-port'],
    links: [
      { to: 'field', id: 'devices' },
      { to: 'simulator', id: 'devices' },
    ],
  },
  {
    id: 'direct-routing-device',
    word: 'Direct routing device',
    also: ['Direct Routing'],
    text: 'The one device whose address SNAT writes into packets that go on to other nodes. A setting names it; else it is the only device, or the one with the node’s InternalIP. In cilium status it is marked (Direct Routing).',
    see: ['devices', 'snat'],
    links: [
      { to: 'field', id: 'devices' },
      { to: 'simulator', id: 'devices' },
    ],
  },
  {
    id: 'conntrack',
    word: 'Conntrack',
    also: ['CT', 'connection tracking'],
    text: 'The datapath’s memory of connections: which backend one has, how its reply is translated back. Cilium keeps its own in BPF maps. An established TCP connection that is silent is kept for 8,000 seconds.',
    see: ['bpf-map', 'snat', 'backend-selection'],
    links: [{ to: 'field', id: 'bpf-maps' }],
  },
  {
    id: 'bpf-map',
    word: 'BPF map',
    also: ['eBPF map'],
    text: 'A table in the kernel that programs read at each packet and the agent writes. That of Services needs one entry for each frontend and one for each of its backends; 65,536 by default.',
    see: ['slot', 'conntrack', 'agent'],
    links: [{ to: 'field', id: 'bpf-maps' }],
  },
] as const satisfies readonly GlossaryWord[];
