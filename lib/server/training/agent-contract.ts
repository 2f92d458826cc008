import type { AgentAPI } from './agent/commands/agent-api';
import type { KindTypes, KubeObject } from './api-server/kube-object';

export type { CiliumNodeConfig, KindTypes, KubeObject, Stored } from './api-server/kube-object';

export type WatchedKind =
  'Service' | 'EndpointSlice' | 'Pod' | 'Node' | 'ConfigMap' | 'CiliumNodeConfig' | 'Namespace';

/** What an agent sees of the API server. The arrays are live caches: never change them or what they hold. */
export type ObjectReader = {
  /** Grows with every change; of one kind if named, so that an agent may keep what it computed. */
  revision(kind?: WatchedKind): number;
  list<Kind extends WatchedKind>(kind: Kind): readonly KindTypes[Kind][];
};

export type CommandResult = { stdout: string; stderr: string; exitCode: number };

export type AgentStart = {
  nodeName: string;
  podName: string;
  /** The image of container `cilium-agent`, e.g. `quay.io/cilium/cilium:v1.13.4`. */
  image: string;
  /** ConfigMap `cilium-config` with the matching CiliumNodeConfigs on top, as it was when the pod started. */
  config: Record<string, string>;
  objects: ObjectReader;
  startedAtMs: number;
  nowMs(): number;
  /** Derived from the cluster's seed and the pod's name: equal for equal runs. */
  seed: number;
};

/** The end of an agent's process: the fatal line of its log, or the first of a panic, and the exit code. */
export type AgentDeath = { line: string; exitCode: number };

export type RunningAgent = {
  /** null: it started; else what it died of (the pod then goes CrashLoopBackOff). */
  fatal: AgentDeath | null;
  /** What its API answers; null where nothing runs that could answer. */
  api: AgentAPI | null;
  /** `'no-such-binary'`: argv[0] is not in the image (`cilium-dbg` before 1.15). */
  run(argv: readonly string[]): CommandResult | 'no-such-binary';
  /** The container's log so far, lines ended by a line feed. The fatal line, if any, is its last; a panic's dump follows. */
  logs(): string;
  /** The container is gone: drop what is kept. */
  stop(): void;
};

export type AgentFactory = (start: AgentStart) => RunningAgent;

/** What a scenario's `tick` may do; each call goes through the object store as a client's would. */
export type ScenarioControls = {
  nowMs(): number;
  /** How often `tick` was called before: 0 for the first. */
  tickCount: number;
  list<Kind extends keyof KindTypes>(kind: Kind): readonly KindTypes[Kind][];
  get<Kind extends keyof KindTypes>(
    kind: Kind,
    name: string,
    namespace?: string,
  ): KindTypes[Kind] | undefined;
  create(object: KubeObject): void;
  /** A merge patch (RFC 7396). */
  patch(kind: keyof KindTypes, name: string, namespace: string | undefined, patch: object): void;
  /** A pod goes through its grace period; anything else is gone at once. */
  remove(kind: keyof KindTypes, name: string, namespace?: string): void;
};

export type ScenarioSize = {
  nodes: number;
  services: number;
  /** Pods of a Deployment on average, where the scenario has a choice. */
  replicas?: number;
};

/**
 * One training cluster, as data. `objects` gives what an administrator would have applied; the controllers
 * add the rest, and the cluster starts settled:
 *
 * - Node: give `spec.podCIDRs` (pod addresses are taken from them, one family each) and
 *   `status.addresses`; capacity, conditions and `nodeInfo` are filled in where absent.
 *   A node without `podCIDRs` takes addresses from the keys of its CiliumNode's `spec.ipam.pool`.
 * - DaemonSet, Deployment: pods, ReplicaSets and revisions are made by controllers. To fix a pod's name,
 *   node or address, list a Pod whose labels match the workload's selector, without owner, with
 *   `spec.nodeName` and `status.podIP` as wanted: it is adopted as one of the workload's pods.
 * - Service: a `clusterIP` or `nodePort` that is absent is allocated. EndpointSlices come from selectors;
 *   list your own EndpointSlices only for Services without selector.
 * - Namespaces may be left out: those of the objects are made.
 * - An agent is a container named `cilium-agent` in a pod labelled `k8s-app: cilium`; its configuration is
 *   the ConfigMap `cilium-config` of its namespace.
 */
export type Scenario = {
  name: string;
  title: string;
  clusterName: string;
  /** e.g. `v1.27.3-eks-a5565ad` */
  kubernetesVersion: string;
  describe: string;
  /** The size when the caller names none. */
  defaultSize?: ScenarioSize;
  objects(size: ScenarioSize, seed: number): KubeObject[];
  agent: AgentFactory;
  /** Periodic behaviour, such as a Deployment that rolls for ever. */
  tick?(cluster: ScenarioControls): void;
  tickIntervalMs?: number;
};
