import type { Packet, SocketAddress } from './packet';
import type { PathBackend } from './packet-question';

/** Where something happens to a packet. */
export type Place =
  | { kind: 'client' }
  | { kind: 'wire'; /** Null = the network outside. */ from: string | null; to: string | null }
  | { kind: 'node'; node: string }
  | { kind: 'pod'; node: string | null; name: string | null };

/** What handles it there: a program of Cilium's at a hook, the kernel, or the fabric. */
export type Hook =
  | 'application'
  | 'cgroup/connect'
  | 'cgroup/sendmsg'
  | 'cgroup/recvmsg'
  | 'cgroup/getpeername'
  | 'xdp'
  | 'tc ingress of the device'
  | 'tc egress of the device'
  | 'tc ingress of the tunnel device'
  | 'tc at the pod’s device'
  | 'routing'
  | 'wire';

/** One step: the packet before and after it. A socket hook changes an address before there is a packet. */
export type Hop = {
  place: Place;
  hook: Hook;
  lane: 'request' | 'answer';
  /** What happens, in one sentence without full stop. */
  title: string;
  before: Packet;
  after: Packet;
  /** The BPF map that is read or written; null for none. */
  map: string | null;
};

/** Ends of a walk other than an answer, by name. */
export type FailureKind =
  | 'settings-refused'
  | 'row-missing'
  | 'scope-internal'
  | 'cluster-ip-not-routable'
  | 'source-range'
  | 'no-backends'
  | 'no-local-backend'
  | 'host-port-not-local'
  | 'left-to-kube-proxy'
  | 'left-untranslated'
  | 'family-mismatch'
  | 'no-node-address'
  | 'ip-options-dropped'
  | 'mtu-exceeded'
  | 'ipip-ports-differ'
  | 'backend-not-on-a-node'
  | 'backend-node-lacks-service'
  | 'backend-changed'
  | 'source-check';

export type Failure = {
  kind: FailureKind;
  /** What the client notices: nothing at all, an error at once, a reset connection. */
  notices: 'silence' | 'error' | 'reset';
  /** One or two sentences: what ends it, and why. */
  text: string;
};

/** One backend that may get the packet; shares of all candidates sum up to 1. */
export type Candidate = { backend: PathBackend; share: number };

/** How the backend is found. Which one a random choice gives cannot be known: all candidates are told. */
export type BackendChoice = {
  method: 'only' | 'random' | 'maglev' | 'affinity' | 'connection';
  candidates: Candidate[];
  followed: PathBackend;
  /** True where active backends are absent and terminating ones stand in. */
  isFallback: boolean;
};

/** The whole way of a packet and of its answer, or to where it ends. */
export type PacketWalk = {
  hops: Hop[];
  choice: BackendChoice | null;
  /** The client's address as the backend sees it; null where none sees the packet. */
  seenByBackend: SocketAddress | null;
  /** Null where the client gets its answer. */
  failure: Failure | null;
  /** What cannot be known from the agents. */
  unknowns: string[];
};
