import type { VersionSpan } from './version-span';
import type { FieldId } from './field-id';

/** A line of `cilium status` that is no setting of kube-proxy replacement: what it is, and what it has to do with it. */
export type OutputNote = {
  /** As printed, without colon. */
  label: string;
  printed: VersionSpan;
  what: string;
  /** Why it matters here; empty where it does not. */
  bears: string;
  related: readonly FieldId[];
};

/** The other top-level lines, by a name for the URL, in the order printed (cilium-output.md, 2.2). */
export const outputNotes = {
  kvstore: {
    label: 'KVStore',
    printed: {},
    what: 'Whether the agent keeps its identities in a key-value store (etcd) and reaches it.',
    bears:
      'Most clusters print Disabled: the Kubernetes API holds that state, and Services never need the store.',
    related: [],
  },
  'container-runtime': {
    label: 'ContainerRuntime',
    printed: { until: '1.19' },
    what: 'Whether the agent reaches the container runtime.',
    bears: '',
    related: [],
  },
  kubernetes: {
    label: 'Kubernetes',
    printed: {},
    what: 'Whether the agent reaches the API server, with the server’s version.',
    bears:
      'An agent that does not reach it keeps the Services it knows and learns of no change. Without this line the agent prints no KubeProxyReplacement Details.',
    related: ['status'],
  },
  'kubernetes-apis': {
    label: 'Kubernetes APIs',
    printed: {},
    what: 'The kinds of objects that the agent watches.',
    bears: 'Services and EndpointSlices among them are where frontends and backends come from.',
    related: ['services'],
  },
  'host-firewall': {
    label: 'Host firewall',
    printed: { since: '1.11' },
    what: 'Whether network policies apply to the node itself.',
    bears: 'With it a policy can refuse what a NodePort would have let in.',
    related: ['node-port', 'devices'],
  },
  srv6: {
    label: 'SRv6',
    printed: { since: '1.15' },
    what: 'Whether packets can be steered with segment routing over IPv6.',
    bears: '',
    related: [],
  },
  'cni-chaining': {
    label: 'CNI Chaining',
    printed: { since: '1.12' },
    what: 'Whether another plug-in makes the pods’ devices and Cilium joins in behind it.',
    bears:
      'none means that Cilium makes them. With chaining, some features of the datapath are not available.',
    related: ['device-mode', 'host-port'],
  },
  'cni-config-file': {
    label: 'CNI Config file',
    printed: { since: '1.13' },
    what: 'Whether the agent wrote the file by which the container runtime finds Cilium.',
    bears: '',
    related: [],
  },
  cilium: {
    label: 'Cilium',
    printed: {},
    what: 'The agent’s own verdict on itself, with its version.',
    bears:
      'Ok means that its probes run, not that the datapath is loaded. The version decides which lines below exist and what they mean.',
    related: ['status', 'controllers'],
  },
  'stale-status': {
    label: 'Stale status',
    printed: {},
    what: 'Probes of the agent that have not answered for too long.',
    bears: 'Lines whose probe is named here show an old value.',
    related: ['controllers'],
  },
  'node-monitor': {
    label: 'NodeMonitor',
    printed: {},
    what: 'The channel by which events of the datapath reach the agent.',
    bears: 'Traces of translated Service traffic come through it.',
    related: ['socket-lb-tracing'],
  },
  'health-daemon': {
    label: 'Cilium health daemon',
    printed: {},
    what: 'Whether the program that probes the other nodes runs.',
    bears: '',
    related: ['cluster-health'],
  },
  ipam: {
    label: 'IPAM',
    printed: {},
    what: 'How many addresses for pods this node has given out, and from which range.',
    bears: 'Backends on this node have addresses of this range.',
    related: ['masquerading'],
  },
  'allocated-addresses': {
    label: 'Allocated addresses',
    printed: {},
    what: 'Each address of this node’s pods, with the pod that has it.',
    bears: '`router` is the node’s internal address, which SNAT uses in tunnel mode.',
    related: ['mode', 'routing'],
  },
  clustermesh: {
    label: 'ClusterMesh',
    printed: {},
    what: 'Which other clusters this one is joined with, and how many global Services they share.',
    bears: 'Backends of a global Service can be pods of another cluster.',
    related: ['backend-selection'],
  },
  'ipv4-big-tcp': {
    label: 'IPv4 BIG TCP',
    printed: { since: '1.14' },
    what: 'Whether IPv4 packets may be merged to more than 64 KiB inside the node.',
    bears: 'Not together with a DSR dispatch that wraps packets: the agent refuses to start.',
    related: ['dsr-dispatch-mode', 'routing'],
  },
  'ipv6-big-tcp': {
    label: 'IPv6 BIG TCP',
    printed: { since: '1.13' },
    what: 'Whether IPv6 packets may be merged to more than 64 KiB inside the node.',
    bears: 'Not together with a DSR dispatch that wraps packets: the agent refuses to start.',
    related: ['dsr-dispatch-mode', 'routing'],
  },
  'bandwidth-manager': {
    label: 'BandwidthManager',
    printed: {},
    what: 'Whether Cilium paces what pods send, as their bandwidth annotation asks.',
    bears: '',
    related: ['devices'],
  },
  'clock-source': {
    label: 'Clock Source for BPF',
    printed: {},
    what: 'Which clock the programs in the kernel read.',
    bears: 'The time of connections and of session affinity is measured with it.',
    related: ['session-affinity', 'bpf-maps'],
  },
  'proxy-status': {
    label: 'Proxy Status',
    printed: {},
    what: 'Whether the proxy for layer 7 rules runs, and how many redirects it has.',
    bears:
      'A Service that is redirected to it (Ingress, Gateway API) shows no backends of its own up to 1.19.',
    related: ['services', 'annotation-proxy-delegation'],
  },
  'identity-range': {
    label: 'Global Identity Range',
    printed: { since: '1.12' },
    what: 'The numbers that security identities of the cluster may have.',
    bears: '',
    related: [],
  },
  hubble: {
    label: 'Hubble',
    printed: {},
    what: 'Whether flows are recorded, and how full that record is.',
    bears: 'Translated Service traffic is seen there only as far as Socket LB Tracing reports it.',
    related: ['socket-lb-tracing'],
  },
  encryption: {
    label: 'Encryption',
    printed: {},
    what: 'Whether traffic between nodes is encrypted, and how.',
    bears:
      'With XDP acceleration, what is forwarded to another node is not encrypted by WireGuard. IPsec excludes BPF host routing up to 1.18.',
    related: ['xdp-acceleration', 'host-routing'],
  },
  'modules-health': {
    label: 'Modules Health',
    printed: { since: '1.15' },
    what: 'What each part of the agent reports of itself, as a tree.',
    bears:
      'A degraded `datapath.orchestrator` means that programs are not loaded, whatever Status says. Not printed by every agent.',
    related: ['status', 'controllers'],
  },
} as const satisfies Record<string, OutputNote>;

export type OutputNoteId = keyof typeof outputNotes;

// Object.keys gives strings; these are exactly the keys above.
export const outputNoteIds = Object.keys(outputNotes) as OutputNoteId[];

/** Narrows the name of a topic to a line that has a note only. */
export function isOutputNoteId(id: string): id is OutputNoteId {
  return id in outputNotes;
}
