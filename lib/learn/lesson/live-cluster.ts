import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { ServiceType } from '@/lib/cilium/frontend';
import type { Scope } from '@/lib/cilium/l3n4-addr';

export type LiveAgent = { node: string; ips: readonly string[]; status: AgentStatus | null };

/** `nodes`: those whose agent has it under the row. */
export type LiveBackend = { ip: string; port: number; name: string | null; nodes: readonly string[] };

/** A row of the agents' tables, over all of them. */
export type LiveRow = {
  ip: string;
  port: number;
  protocol: string | null;
  scope: Scope;
  type: ServiceType | null;
  /** `namespace/name`; null where it belongs to none. */
  service: string | null;
  /** Nodes whose agent has the row. */
  nodes: readonly string[];
  /** Each node has backends of its own by design, as with a traffic policy of Local. */
  ownBackends: boolean;
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

/** A change of settings, and which nodes it was for. */
export type LiveRollout = {
  /** Every node that is concerned had the new values once, whatever came after. */
  isDone: boolean;
  isOver: boolean;
  /** By the clock of the server. */
  startedTimestamp: string;
  /** null: every node. */
  chosenNodes: readonly string[] | null;
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
