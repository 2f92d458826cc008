import type { AgentStatus } from '../agent-status';
import type { AgentVersion } from '../agent-version';
import type { ServiceType } from '../frontend';
import type { StartFacts } from '../rules/start-facts';
import type { AgentStartFacts } from '../settings/change-since-start';
import type { ConfigLayer } from '../settings/config-layers';
import type { ConfigOwner } from '../settings/config-owner';

/** Keys of `cilium-config` and their new values; null takes a key out, so that the agent's default holds. */
export type PlanChanges = Readonly<Record<string, string | null>>;

/** What is asked for. `nodes`: null for every node, by the ConfigMap; else these alone, by a CiliumNodeConfig. */
export type PlanRequest = { changes: PlanChanges; nodes: readonly string[] | null };

/** One agent, and what its next start depends on. */
export type PlanAgent = AgentStartFacts & {
  node: string;
  /** Label `kubernetes.io/hostname` of its node, which a CiliumNodeConfig can choose it by; null: it has none. */
  hostname: string | null;
  /** The scheme of its node's `spec.providerID`: `aws`, `azure`, `gce`, `kind`; null where it has none. */
  provider: string | null;
  version: AgentVersion;
  /** What its configuration comes from now, the last layer winning. */
  layers: readonly ConfigLayer[];
  facts: StartFacts;
  /** Its own last status; null where it gave none since it started. */
  status: AgentStatus | null;
  isRunning: boolean;
};

/** The Helm release that the ConfigMap names. `values` are those of knobs a user gave, by path; null: not readable. */
export type PlanRelease = {
  name: string;
  namespace: string;
  revision: number | null;
  chartVersion: string | null;
  values: Readonly<Record<string, string>> | null;
};

/** The cluster of now, as far as a plan looks at it. Whatever may not be read is null. */
export type PlanCluster = {
  agents: readonly PlanAgent[];
  /** Nodes whose agent cannot be judged: its version or its configuration is not known. */
  unjudged: readonly string[];
  namespace: string;
  configMap: { name: string; data: Readonly<Record<string, string>>; owner: ConfigOwner } | null;
  release: PlanRelease | null;
  /** `maxUnavailable` as the object says it: `2` or `25%`. */
  daemonSet: { name: string; strategy: string; maxUnavailable: string | null } | null;
  /** How long agents took at their last start until they were ready, in seconds. */
  startSeconds: readonly number[];
  frontends: readonly { type: ServiceType | null; backends: readonly string[] }[];
};
