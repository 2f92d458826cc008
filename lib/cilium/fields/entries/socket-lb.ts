import type { AgentStatus } from '../../agent-status';
import { featuresOf } from '../features';
import type { FieldContext } from '../field-context';
import type { FieldEntry } from '../field-entry';
import { ofFeature } from '../field-value';
import type { Passage } from '../passage';
import { code } from '../passage';

/** The size of the map as the agent reports it; it differs from node to node where memory decides. */
function reverseNatEntries({ bpfMaps }: AgentStatus): Passage[] {
  const size = bpfMaps?.find(({ name }) => name === 'Sock reverse NAT')?.size;
  if (size === undefined) return [];
  return [
    { text: '', expert: `Its map \`cilium_lb4_reverse_sk\` holds ${code(size)} entries on this node.` },
  ];
}

function whereTranslated(status: AgentStatus, { node, byType }: FieldContext): Passage[] {
  const inside = byType.ClusterIP?.example ?? null;
  const hostOnly = featuresOf(status).bpfSocketLBHostnsOnly === true;
  const who = hostOnly ? 'a process of the host (pods are left out, see Socket LB Coverage)' : 'a program';
  const on = featuresOf(status).socketLB?.enabled === true;
  if (inside?.backend) {
    const service = inside.service === null ? '' : ` (${code(inside.service)})`;
    const backend = code(inside.backend.address);
    return on
      ? [
          `When ${who} on ${code(node)} connects to ${code(inside.address)}${service}, its socket is given a backend, for example ${backend}, before the first packet exists. Over TCP the connection really is one to ${backend}: nothing has to be translated on the way, nor on the way back. Over UDP the sender of each answer is set back to the Service’s address when the program receives it (recvmsg).`,
        ]
      : [
          `A pod on ${code(node)} that connects to ${code(inside.address)}${service} sends packets to that address; Cilium rewrites each of them to a backend such as ${backend} as it leaves the pod, and each answer back.`,
        ];
  }
  return on
    ? [
        `When ${who} on ${code(node)} connects to a Service, its socket is given a backend before the first packet exists.`,
      ]
    : [`Packets from pods on ${code(node)} to a Service are rewritten one by one as they leave the pod.`];
}

/** `Socket LB:` */
export const socketLb: FieldEntry = {
  id: 'socket-lb',
  title: 'Socket LB',
  labels: ['Socket LB'],
  block: 'details',
  path: 'kubeProxyReplacement.features.socketLB.enabled',
  printed: [{ since: '1.12' }],
  printedWhen: '',
  what: {
    text: 'Whether the backend is chosen inside the system call that opens a connection, instead of in every packet.',
    expert:
      'eBPF programs on the cgroup v2 root rewrite the socket address of connect(2), sendmsg(2), recvmsg(2) and getpeername(2).',
  },
  why: [
    {
      text: 'Inside the cluster both ends are known to the node, so the work can be done once a connection rather than once a packet: no NAT and no connection-tracking entry for it.',
      expert:
        'Programs `cil_sock4_connect`, `cil_sock4_sendmsg`, `cil_sock4_recvmsg`, `cil_sock4_getpeername` and their IPv6 twins. UDP answers are named after the Service again from `cilium_lb4_reverse_sk`, an LRU map keyed by socket cookie and backend.',
    },
  ],
  value: (status) => ofFeature(featuresOf(status).socketLB),
  meaning: (status, context) => [
    ...whereTranslated(status, context),
    ...(featuresOf(status).socketLB?.enabled === true ? reverseNatEntries(status) : []),
  ],
  absent: (status) =>
    featuresOf(status).hostReachableServices === undefined
      ? null
      : 'This version has no such line: it prints Socket LB Protocols instead, and only while the socket load balancer is on.',
  costs: [
    'A connection keeps its backend until it closes: open connections are never re-balanced.',
    'Other tools on the node, sidecars among them, see the backend’s address and never the Service’s.',
    {
      text: 'One map entry a UDP socket and backend, in a map that forgets the oldest when it is full.',
      expert: '`cilium_lb4_reverse_sk`: 16-byte key, 8-byte value.',
    },
  ],
  misunderstood: [
    {
      claim: 'It uses Maglev when Backend Selection says so.',
      truth: 'Inside the cluster the choice is random: a fresh draw for TCP, one draw a socket for UDP.',
      expert: 'UDP takes the socket cookie as the number, so all datagrams of one socket reach one backend.',
    },
    {
      claim: 'It serves clients outside too.',
      truth: 'It sees only sockets of this node. Packets from outside are translated at the device.',
    },
  ],
  prerequisites: [
    {
      text: 'A kernel with the hooks and a cgroup v2 mount.',
      expert:
        'connect hooks: Linux 4.17; UDP recvmsg: 4.19.57, 5.1.16 or 5.2; getpeername: 5.8; network-namespace cookie: 5.7.',
    },
  ],
  settings: [
    {
      helm: 'hostServices.enabled',
      key: 'enable-host-reachable-services',
      values: ['true', 'false'],
      default: 'false',
      until: '1.11',
      forcedOn: true,
    },
    {
      helm: 'socketLB.enabled',
      key: 'bpf-lb-sock',
      values: ['true', 'false'],
      default: 'false',
      since: '1.12',
      forcedOn: true,
    },
  ],
  current: (status) => {
    const feature = featuresOf(status).socketLB;
    return feature === undefined ? null : String(feature.enabled);
  },
  grep: 'Socket LB:',
  versions: [
    'This line since 1.12; 1.10 and 1.11 print Socket LB Protocols instead.',
    'Established connections are cut when their backend is deleted: UDP sockets are destroyed by the agent; TCP ones only from 1.19 and only with a hidden option.',
  ],
  docs: { page: 'kube-proxy-free', anchor: 'socket-loadbalancer-bypass-in-pod-namespace' },
  related: ['socket-lb-coverage', 'socket-lb-tracing', 'cluster-ip', 'backend-selection'],
};
