import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { ServiceType } from '@/lib/cilium/frontend';
import type { Scope } from '@/lib/cilium/l3n4-addr';

export type LiveAgent = { node: string; ips: readonly string[]; status: AgentStatus | null };

export type LiveBackend = { ip: string; port: number; name: string | null };

/** A row of the agents' tables, over all of them. */
export type LiveRow = {
  ip: string;
  port: number;
  protocol: string | null;
  scope: Scope;
  type: ServiceType | null;
  /** `namespace/name`; null where it belongs to none. */
  service: string | null;
  backends: readonly LiveBackend[];
};

/** A way in which agents do not have what they must have. */
export type LiveProblem = {
  what: 'rows' | 'settings';
  kind: string;
  nodes: readonly string[];
  service: string | null;
  /** As a sentence. */
  difference: string;
};

export type LiveRollout = {
  isDone: boolean;
  startedTimestamp: string;
  changes: readonly { key: string; to: string | null }[];
};

/** What the live cluster says, as far as tasks are judged on it. */
export type LiveCluster = {
  agents: readonly LiveAgent[];
  rows: readonly LiveRow[];
  /** null while it is not known whether agents agree. */
  problems: readonly LiveProblem[] | null;
  rollouts: readonly LiveRollout[] | null;
};
