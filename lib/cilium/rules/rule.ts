import type { Release } from '../agent-version';
import type { VersionSpan } from '../fields/version-span';
import type { AgentSettings } from '../settings/agent-settings';
import type { ConfigMapData } from '../settings/config-data';
import type { StartFacts } from './start-facts';

/**
 * Where in its start an agent notices a bad configuration; it decides how the log line begins. `operator`: it is the
 * operator that notices; `none`: nobody does, it shows in traffic.
 */
export type Stage =
  | 'flag'
  | 'validate'
  | 'cell'
  | 'start'
  | 'kpr'
  | 'finish'
  | 'daemon'
  | 'datapath'
  | 'panic'
  | 'bare'
  | 'operator'
  | 'none';

/** What rules look at: the raw values, what they mean, and what is known of the node. */
export type Start = {
  data: ConfigMapData;
  settings: AgentSettings;
  version: Release;
  facts: StartFacts;
};

/** null: the rule holds. `broken`: Cilium's words, without what the stage puts before them. `missing`: what would have to be known. */
export type Outcome = { broken: string } | { missing: string } | null;

/** The agent dies, warns and goes on, or runs with another value than the one given. */
export type Effect = 'fatal' | 'warn' | 'overrides';

/** One start-up or compatibility check, by its id in cilium-config.md (sections 2.2 and 3), for the versions of its span. */
export type Rule = VersionSpan & {
  id: string;
  effect: Effect;
  stage: Stage;
  /** The keys to change where it is broken. */
  keys: readonly string[];
  /** Other keys it looks at. */
  reads?: readonly string[];
  /** What an agent runs with instead, where the effect is `overrides`. */
  forces?: { key: string; value: string };
  judge: (start: Start) => Outcome;
};

/** The outcome of a broken rule. */
export function broken(message: string): Outcome {
  return { broken: message };
}

/** The outcome of a rule that cannot be judged, with what it would take: `the devices of the node`. */
export function missing(what: string): Outcome {
  return { missing: what };
}
