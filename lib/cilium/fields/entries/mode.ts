import type { AgentStatus } from '../../agent-status';
import { directRoutingIP, featuresOf, networkRouting, nodePortOn } from '../features';
import type { FieldContext } from '../field-context';
import type { FieldEntry } from '../field-entry';
import { ofText } from '../field-value';
import type { Passage } from '../passage';
import { code } from '../passage';
import { noExample } from './no-example';

/** What the two kinds of network between nodes are, said once to who never met the words. */
const nativeRouting = 'native routing (the network between the nodes carries packets of pods as they are)';

/** Said of a frontend whose backend is elsewhere; empty beginnings where the cluster has no such example. */
function beginning({ node, outside }: FieldContext): string {
  if (outside === null) return 'When the backend of a Service runs on another node,';
  const backend = outside.backend;
  if (backend === null)
    return `When a client calls ${code(outside.address)} and the backend runs on another node,`;
  const name = backend.name === null ? '' : ` (${code(backend.name)})`;
  const where =
    backend.node === null ? '' : backend.node === node ? ' on this same node' : ` on ${code(backend.node)}`;
  return `A client of ${code(outside.address)} is sent on to ${code(backend.address)}${name}${where}.`;
}

function snat(status: AgentStatus, context: FieldContext): Passage[] {
  const routing = networkRouting(status);
  const source = routing === 'tunnel' ? undefined : (directRoutingIP(status) ?? context.nodeIP ?? undefined);
  const own =
    routing === 'tunnel'
      ? 'the node’s internal address, through the tunnel'
      : source === undefined
        ? 'the node’s own address'
        : `the node’s own address ${code(source)}`;
  const doubt =
    routing === 'unknown'
      ? ' (its internal one if packets between nodes go through a tunnel, which this agent does not print)'
      : '';
  const local = context.outside?.backend?.node === context.node && context.outside.backend.node !== null;
  if (local)
    return [
      `${beginning(context)} So the pod sees the client’s address as it is. Had the backend been on another node, the packet would leave ${code(context.node)} under ${own}${doubt}, and the answer would come back through it.`,
    ];
  return [
    {
      text: `${beginning(context)} ${context.outside?.backend ? 'The packet' : 'the packet'} leaves ${code(context.node)} under ${own}${doubt}, so the pod sees that address and not the client’s, and its answer returns through ${code(context.node)}.`,
      expert:
        'The client’s source port is kept if it lies above the NodePort range and is free; else one is drawn there, 32 tries in all. The pair stands in `cilium_snat_v4_external`, the way back in the connection-tracking entry’s rev_nat_index.',
    },
    ...noExample(context),
  ];
}

function dsr(context: FieldContext): Passage[] {
  const local = context.outside?.backend?.node === context.node && context.outside.backend.node !== null;
  if (local)
    return [
      `${beginning(context)} So nothing needs to be carried: only a backend on another node is answered directly from there.`,
    ];
  return [
    {
      text: `${beginning(context)} ${context.outside?.backend ? 'The client’s address' : 'the client’s address'} is kept and the Service’s travels along inside the packet; the backend’s node answers the client directly, as the Service, and ${code(context.node)} never sees the answer.`,
      expert:
        'The load-balancing node keeps no reply state. The backend’s node stores the Service’s address with the connection and rewrites the source of the answers.',
    },
    ...noExample(context),
  ];
}

function meaning(status: AgentStatus, context: FieldContext): Passage[] {
  switch (featuresOf(status).nodePort?.mode?.toLowerCase()) {
    case 'snat':
      return snat(status, context);
    case 'dsr':
      return dsr(context);
    case 'hybrid':
      return [
        'TCP takes the direct way back, UDP returns through the node that received it.',
        ...dsr(context),
        'UDP is sent with the node’s own source address instead, so that no datagram has to grow.',
      ];
    default:
      return [
        `${code(featuresOf(status).nodePort?.mode ?? '')} is no mode of a released Cilium (SNAT, DSR, Hybrid), so what it does is not known here.`,
      ];
  }
}

/** `Mode:` */
export const mode: FieldEntry = {
  id: 'mode',
  title: 'Mode',
  labels: ['Mode'],
  block: 'details',
  path: 'kubeProxyReplacement.features.nodePort.mode',
  printed: [{}],
  printedWhen: 'only while NodePort is on',
  what: 'What a node does with a packet from outside when the pod it picked for it, the backend, runs on another node.',
  why: [
    'On the way the pod’s address is written over the one that was called: destination translation, DNAT. But clients accept an answer only from the address they called, and the pod does not know that address.',
    'With SNAT, source translation, the node also writes its own address over the client’s, so the answer comes home to it and is translated back, over any network. With DSR, direct server return, the backend’s node is told the address that was called and answers by itself, which saves the way back and keeps the client’s address visible.',
  ],
  value: (status) => ofText(featuresOf(status).nodePort?.mode),
  meaning,
  absent: (status) =>
    nodePortOn(status) === false
      ? 'Printed only while NodePort is on; here Cilium forwards nothing from outside.'
      : null,
  costs: [
    { text: 'One more hop for every answer.', when: ['snat'] },
    { text: 'Pods, logs and policies see a node, not the client.', when: ['snat'] },
    { text: 'One NAT entry a connection, on the node that received it.', when: ['snat'] },
    { text: 'Packets to other nodes grow: an option, or an outer header.', when: ['dsr'] },
    { text: 'The network must let a node answer under the Service’s address.', when: ['dsr', 'hybrid'] },
    { text: 'TCP Fast Open does not work well with it.', when: ['dsr', 'hybrid'] },
    {
      text: 'TCP: packets that open a connection to another node grow by an option or an outer header.',
      when: ['hybrid'],
    },
    {
      text: 'UDP: one more hop for every answer, pods see a node and not the client, and one NAT entry a connection.',
      when: ['hybrid'],
    },
    'Changing it: until every agent has restarted, nodes disagree on the form of the packets, and traffic to backends on other nodes can fail.',
  ],
  misunderstood: [
    {
      claim: 'In SNAT mode all traffic is SNATed.',
      truth:
        'Only what came from outside and goes on to another node. A backend on the receiving node sees the client.',
    },
    {
      claim: 'DSR makes requests shorter.',
      truth: 'The request takes the same way; it is the answer that saves a hop.',
    },
    {
      claim: 'The mode changes pod-to-Service traffic.',
      truth: 'That is translated at the socket or at the pod’s device, with neither SNAT nor DSR.',
    },
  ],
  prerequisites: [
    'NodePort on.',
    'For DSR: a network that lets a node answer under the Service’s address (on AWS the source/destination check must be off), and room in its MTU for what DSR adds to packets.',
    { text: `For DSR: ${nativeRouting}; with a tunnel the agent falls back to SNAT.`, until: '1.12' },
    {
      text: `For DSR: ${nativeRouting}; with a tunnel the agent refuses to start.`,
      since: '1.13',
      until: '1.13',
    },
    {
      text: `For DSR: ${nativeRouting}, or a Geneve tunnel with dispatch geneve; a VXLAN tunnel is refused.`,
      since: '1.14',
    },
    {
      text: 'For DSR with several devices: reverse-path filtering on the direct-routing device not strict.',
      expert: '`net.ipv4.conf.DEV.rp_filter` 2 or 0; with 1 the agent warns at start.',
    },
  ],
  settings: [
    {
      helm: 'loadBalancer.mode',
      key: 'bpf-lb-mode',
      values: ['snat', 'dsr', 'hybrid'],
      default: 'snat',
      since: '1.10',
    },
  ],
  current: (status) => featuresOf(status).nodePort?.mode?.toLowerCase() ?? null,
  grep: ' Mode:',
  checks: [
    {
      args: ['bpf', 'nat', 'list'],
      shows: 'in SNAT mode what the node keeps for each connection it forwards',
    },
  ],
  versions: [
    'snat, dsr and hybrid under this key since 1.10. `DSR Dispatch Mode` is printed below it from 1.15.',
    'From 1.17 a single Service can ask for another mode by annotation, where that is switched on.',
  ],
  docs: { page: 'kube-proxy-free', anchor: 'direct-server-return-dsr' },
  related: ['dsr-dispatch-mode', 'xdp-acceleration', 'devices', 'node-port', 'annotations'],
};
