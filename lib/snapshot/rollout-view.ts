import type { Problem } from './source-view';

/**
 * Where a rollout stands. `writing` the ConfigMap, `restarting` agents, `verifying` what they report, then `done`; or
 * `rolling-back` to the values of before, then `rolled-back`. `aborted` left things as they were when it was said,
 * `failed` could not go on nor back: a person is needed.
 */
export type RolloutPhase =
  'writing' | 'restarting' | 'verifying' | 'done' | 'rolling-back' | 'rolled-back' | 'aborted' | 'failed';

/** One key, and what it was and becomes; null where it is not in the ConfigMap. */
export type RolloutChange = { key: string; from: string | null; to: string | null };

/** `verified` agents report the new value; `reverted` ones the old value again, after a rollback. */
export type RolloutNodeState = 'waiting' | 'restarting' | 'ready' | 'verified' | 'failed' | 'reverted';

/** A state that a node came into, and when; `back`: while the old values were brought about. */
export type RolloutMove = { state: RolloutNodeState; sinceTimestamp: string; back: boolean };

export type RolloutNode = {
  node: string;
  state: RolloutNodeState;
  sinceTimestamp: string;
  pod: string | null;
  /** What the agent reports of each key of the change, as on the page of settings; null: it has not said yet. */
  realised: { key: string; value: string | null }[];
  /** Last lines of the log of the container that failed, bounded; empty where none did. */
  log: string[];
  /** Why it failed: the fatal line, and the rule it belongs to where one is known. */
  failure: { line: string; ruleId: string | null } | null;
  /** The states it went through, as far as they were seen, oldest first; bounded. */
  history: RolloutMove[];
};

/** The CiliumNodeConfig of a rollout for chosen nodes, as `kube-system/kpr-explorer-9f2c11aa`. */
export type RolloutCanary = {
  object: string;
  /** It stands in the cluster, as far as is known here. */
  inForce: boolean;
  /** The rollout that brought its values to every node since, and took it away. */
  absorbedBy: string | null;
};

/** One step, as the journal holds it: written before it is done, ended after. */
export type RolloutStep = {
  number: number;
  startedTimestamp: string;
  /** null while it is being done. */
  endedTimestamp: string | null;
  /** In a few words: `ConfigMap kube-system/cilium-config written`. */
  what: string;
  node: string | null;
  outcome: 'ok' | 'failed' | null;
  detail: string | null;
};

/** How a change is written: with `helm upgrade` of the release that owns the ConfigMap, or by a patch of the object itself. */
export type RolloutWay = 'helm' | 'patch';

export type RolloutAction = 'pause' | 'resume' | 'abort' | 'rollback';

/** `GET /api/v1/rollouts/{id}`. */
export type RolloutView = {
  id: string;
  planId: string;
  /** Who asked for it, as the API server knows them, and from which address. */
  by: string;
  fromAddress: string | null;
  startedTimestamp: string;
  endedTimestamp: string | null;
  phase: RolloutPhase;
  /** When every node that is concerned was first known to have the new values; kept through a rollback. */
  verifiedTimestamp: string | null;
  paused: boolean;
  rollsBackOnFailure: boolean;
  /** Through the Helm release that owns the ConfigMap, or by a patch. */
  way: RolloutWay;
  changes: RolloutChange[];
  /** null: the ConfigMap, for every node; names: a CiliumNodeConfig for these. */
  chosenNodes: string[] | null;
  /** null for every node. */
  canary: RolloutCanary | null;
  nodes: RolloutNode[];
  steps: RolloutStep[];
  /** Problems of the agreement before it began, and after it ended. */
  problems: { before: number; after: number | null };
  /** What stopped it, in words; null while nothing did. */
  problem: Problem | null;
  /** What may be asked of it now. */
  actions: RolloutAction[];
};

/** `GET /api/v1/rollouts`: newest first, without steps and logs. */
export type RolloutList = { items: Omit<RolloutView, 'steps' | 'nodes'>[] };

/** A verb the reader's user needs for a change and has not, as SelfSubjectAccessReview says. */
export type MissingPermission = { verb: string; resource: string; namespace: string; name: string | null };

/** The Helm release that owns the ConfigMap, and whether it can be upgraded from here. */
export type HelmWay = { release: string; possible: boolean; reason: string | null };

/** `GET /api/v1/rollouts/permission`: whether changes are possible here, and if not, why. */
export type ChangePermission = {
  allowed: boolean;
  /** The server was started without `--allow-changes`, or with `--read-only`. */
  offByServer: boolean;
  missing: MissingPermission[];
  /** Who holds the lock of this cluster's rollouts, where another does. */
  lockedBy: string | null;
  /** Absent where no Helm release owns the ConfigMap. */
  helm?: HelmWay;
};

/** `POST /api/v1/rollouts`. */
export type RolloutRequest = {
  /** As `POST /api/v1/plans` takes it: the plan is made again, and must have the id given. */
  changes: Record<string, string | null>;
  nodes?: string[];
  planId: string;
  /** On unless said otherwise. */
  rollsBackOnFailure?: boolean;
  /** Where it is not said: `helm` where a Helm release owns the ConfigMap and can be upgraded from here, else `patch`. */
  way?: RolloutWay;
  /** The word that is needed for a patch where somebody else owns the ConfigMap, and may revert the change. */
  despiteOwner?: boolean;
};

/** `GET /api/v1/audit`: one line for each thing that was asked or done, oldest first. */
export type AuditEntry = {
  number: number;
  timestamp: string;
  by: string;
  fromAddress: string | null;
  rolloutId: string | null;
  /** What was to be applied; null where it is not known. */
  planId: string | null;
  what: string;
  outcome: 'ok' | 'failed' | 'refused';
  detail: string | null;
};
