import type { RuleEvidence, RuleVerdict } from '../rules/judge-rules';
import type { ConfigOwner } from '../settings/config-owner';
import type { PlannedCanary } from './planned-canary';

/** A value, and on how many nodes it stands. `isSet` is false where the default of the version holds. */
export type ValueCount = { value: string | null; isSet: boolean; nodes: number };

/** One key of the plan: what it says now, what agents report, and what it would say. */
export type PlannedChange = {
  key: string;
  name: string;
  /** Path of the Helm value. */
  helm: string;
  now: ValueCount[];
  /** What agents report; null as `value`: nothing. */
  realised: { value: string | null; nodes: number }[];
  /** null: the key is taken out, and `byDefault` holds. */
  to: string | null;
  byDefault: string | null;
  /** Nodes whose agent would run with another value. */
  nodes: string[];
  /** The gravest verdict of a rule that looks at it. */
  verdict: RuleVerdict;
};

/** A change that cannot be planned, and why. */
export type RefusedChange = { what: string; reason: string };

export type DiffSign = 'same' | 'removed' | 'added' | 'gap';
export type DiffLine = { sign: DiffSign; number: number | null; text: string };
/** What would be written in one object. */
export type ObjectDiff = {
  kind: 'ConfigMap' | 'CiliumNodeConfig' | 'DaemonSet';
  object: string;
  lines: DiffLine[];
};

/** What a rule says of the configuration as it would be. */
export type PlannedRule = {
  id: string;
  verdict: RuleVerdict;
  /** Cilium's words; for `unknown` what would have to be known; empty for `pass`. */
  message: string;
  /** The whole message of the agent's fatal line. */
  logged: string | null;
  keys: string[];
  evidence: RuleEvidence[];
  /** Nodes it says so of. */
  nodes: string[];
  /** It looks at a key of the plan. */
  touched: boolean;
  /** Rules whose message the same agents would die of first. */
  hiddenBehind: string | null;
  /** How to find out, where it is unknown; how to see whether a warning came true, where no status tells. */
  findOut: string | null;
};

/** What a change does to connections (cilium-config.md 3.6). */
export type ConnectionEffect = {
  keys: string[];
  live: string;
  breaks: string;
  /** `documented` by Cilium, read in its `code`, or reported in its `issues`. */
  basis: 'documented' | 'code' | 'issues';
};

/** What nobody but a person can do, before or beside the change. */
export type HandWork = { title: string; why: string; command: string | null };

/** What a value written earlier, and not read by agents yet, would change together with the plan. */
export type ComesAlong = { key: string; from: string | null; to: string | null; nodes: string[] };

export type BlastRadius = {
  /** Agents that must start again. */
  nodes: string[];
  /** `outside`: only frontends that clients outside the cluster use are concerned. */
  frontends: { count: number; outside: boolean };
  backends: number;
  rollout: {
    strategy: string | null;
    atATime: number | null;
    rounds: number | null;
    /** As agents took at their last start; null where that is not known. */
    aboutSeconds: number | null;
    secondsAnAgent: number | null;
    /** How long the kubelet waits for one agent to start. */
    startLimitSeconds: number;
  };
  /** What Maglev tables would take more on each node; null where they do not change. */
  memory: { kernelBytes: number; agentBytes: number; tables: number } | null;
  /** Keys that the operator reads as well. */
  operatorKeys: string[];
  connections: ConnectionEffect[];
  byHand: HandWork[];
  comesAlong: ComesAlong[];
};

/** The same plan as commands; nothing here runs them. */
export type PlanCommands = {
  kubectl: string;
  restart: string;
  /** Values to merge into those of the release. */
  helmValues: string;
  /** null where no Helm release is known. */
  helmUpgrade: string | null;
  /** The manifest for chosen nodes, or for one node to try it on first. */
  nodeConfig: string | null;
  pullRequest: { title: string; body: string };
  undo: string;
};

/** A change to the settings, as it would be on the cluster of now. */
export type Plan = {
  /** Equal for equal changes to equal nodes. */
  id: string;
  /**
   * Nothing speaks against applying it: something changes, nothing is refused, no rule is fatal, and nodes may differ
   * in it where some are chosen.
   */
  applicable: boolean;
  /** null for every node. */
  nodes: string[] | null;
  versions: string[];
  owner: ConfigOwner | null;
  changes: PlannedChange[];
  /** Keys of the request that already say what is asked for. */
  unchanged: string[];
  refused: RefusedChange[];
  /** Nodes that nothing can be said of. */
  unjudged: string[];
  diff: ObjectDiff[];
  /** The gravest first: fatal, unknown, warn, pass. */
  rules: PlannedRule[];
  canary: PlannedCanary;
  blastRadius: BlastRadius;
  commands: PlanCommands;
};
