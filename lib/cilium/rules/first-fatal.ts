import type { Release } from '../agent-version';
import { readSettings } from '../settings/agent-settings';
import type { ConfigMapData } from '../settings/config-data';
import type { Stage } from './rule';
import { rulesOf } from './rules';
import type { StartFacts } from './start-facts';

/** Why an agent dies: the rule, and the message of Cilium's own code without what its stage puts before it. */
export type Fatal = { rule: string; stage: Stage; message: string };

/** Gives what ends an agent that starts with this configuration: the first rule that is broken. null: it starts, as far as is known. */
export function firstFatal(version: Release, config: ConfigMapData, facts: StartFacts): Fatal | null {
  const start = { data: config, settings: readSettings(config, version), version, facts };
  for (const { id, effect, stage, judge } of rulesOf(version)) {
    if (effect !== 'fatal') continue;
    const outcome = judge(start);
    if (outcome !== null && 'broken' in outcome) return { rule: id, stage, message: outcome.broken };
  }
  return null;
}
