import type { SimulatorId } from '@/lib/learn/simulator/simulator-id';
import { paths } from '@/lib/paths';

/** What is said of a simulator where it is listed. */
type SimulatorEntry = {
  title: string;
  line: string;
  href: string;
  /** Other words it is looked for by. */
  words: string;
};

/** Every simulator, with its page. */
export const simulators: Record<SimulatorId, SimulatorEntry> = {
  dsr: {
    title: 'SNAT, DSR, Hybrid',
    line: 'Every header at every hop, both ways',
    href: paths.dsrSimulator,
    words:
      'who answers the client direct server return dispatch opt geneve ipip mtu source/destination check packet',
  },
  maglev: {
    title: 'Maglev',
    line: 'The table, slot for slot; what moves when a backend goes',
    href: paths.maglevSimulator,
    words: 'consistent hashing random table size permutation disruption lut algorithm',
  },
  'socket-lb': {
    title: 'Socket LB',
    line: 'Once at connect, or again for each packet',
    href: paths.socketSimulator,
    words: 'connect sendmsg recvmsg getpeername cgroup hostns-only coverage tracing',
  },
  xdp: {
    title: 'XDP',
    line: 'Where in the machine a packet is handled, and its cost',
    href: paths.xdpSimulator,
    words: 'acceleration native generic best-effort driver tc tcx',
  },
  'graceful-termination': {
    title: 'Graceful termination',
    line: 'A pod goes; old and new connections on one time line',
    href: paths.terminationSimulator,
    words: 'backend state terminating serving endpointslice prestop',
  },
  'session-affinity': {
    title: 'Session affinity',
    line: 'Who counts as one client, and for how long',
    href: paths.affinitySimulator,
    words: 'clientip sticky netns cookie timeout',
  },
  'service-to-rows': {
    title: 'Service to rows',
    line: 'Write a manifest, see the rows each node will have',
    href: paths.rowsSimulator,
    words: 'manifest yaml frontend backend nodeport loadbalancer scope service list',
  },
  'nat46-64': {
    title: 'NAT46/64',
    line: 'Two families, one prefix',
    href: paths.natSimulator,
    words: 'ipv4 ipv6 gateway rfc 6052 64:ff9b',
  },
  devices: {
    title: 'Devices and direct routing',
    line: 'Which interface is chosen, test by test',
    href: paths.devicesSimulator,
    words: 'interface direct routing device auto-detection veth bond',
  },
  'kube-proxy': {
    title: 'iptables against eBPF',
    line: 'One packet through rules in a row, and through a map',
    href: paths.kubeProxy,
    words:
      'without kube-proxy chains rules conntrack types of services clusterip nodeport loadbalancer externalname headless hostport ipvs nftables',
  },
};
