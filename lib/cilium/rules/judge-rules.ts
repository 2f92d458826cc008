import type { Release } from '../agent-version';
import { readSettings } from '../settings/agent-settings';
import type { ConfigMapData } from '../settings/config-data';
import { knobOf } from '../settings/knob-catalogue';
import { fatalMessage } from './fatal-message';
import type { Effect, Outcome, Rule, Start } from './rule';
import { rulesOf } from './rules';
import type { StartFacts } from './start-facts';

/** `unknown`: it cannot be told without knowing more; the message says what. */
export type RuleVerdict = 'pass' | 'warn' | 'fatal' | 'unknown';

/** A value that a rule looked at; `isSet` is false where the default of the version holds, null where the agent computes it. */
export type RuleEvidence = { key: string; value: string | null; isSet: boolean };

/** What a rule says of a configuration. */
export type RuleJudgement = {
  id: string;
  verdict: RuleVerdict;
  effect: Effect;
  /** Cilium's words where it has some; what would have to be known for `unknown`; empty for `pass`. */
  message: string;
  /** The whole message of the agent's fatal line; null for anything else. */
  logged: string | null;
  /** The keys to change, out of the evidence. */
  keys: readonly string[];
  /** What an agent runs with instead, where the effect is `overrides`. */
  forces: { key: string; value: string } | null;
  evidence: RuleEvidence[];
};

const order: readonly RuleVerdict[] = ['fatal', 'warn', 'unknown', 'pass'];

/**
 * Judges a configuration as an agent of a version would at its start: every rule of that version that is broken, that
 * holds, or that cannot be told. A rule with several forms (A3 for each type) has the gravest of their verdicts, but
 * each value that is forced has its own. The gravest stand first, those of one verdict in the agent's order.
 */
export function judgeRules(version: Release, config: ConfigMapData, facts: StartFacts): RuleJudgement[] {
  const start: Start = { data: config, settings: readSettings(config, version), version, facts };
  const byName = new Map<string, RuleJudgement>();
  for (const rule of rulesOf(version)) {
    const judged = judgement(rule, rule.judge(start), start);
    const name = `${judged.id} ${judged.forces?.key ?? ''}`;
    const known = byName.get(name);
    if (known !== undefined && order.indexOf(judged.verdict) >= order.indexOf(known.verdict)) continue;
    // It stands where the form that decides is come across.
    byName.delete(name);
    byName.set(name, judged);
  }
  return [...byName.values()].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

function verdictOf(effect: Effect, outcome: Outcome): RuleVerdict {
  if (outcome === null) return 'pass';
  if ('missing' in outcome) return 'unknown';
  return effect === 'fatal' ? 'fatal' : 'warn';
}

function judgement(rule: Rule, outcome: Outcome, { data, version }: Start): RuleJudgement {
  const { id, effect, stage, keys, reads = [], forces = null } = rule;
  const verdict = verdictOf(effect, outcome);
  const message = outcome === null ? '' : 'broken' in outcome ? outcome.broken : outcome.missing;
  const logged = verdict === 'fatal' ? fatalMessage({ stage, message }, version) : null;
  const looked = id === 'A3' ? keysIn(message) : keys;
  return {
    id,
    verdict,
    effect,
    message,
    logged: logged === null ? null : [logged.msg, logged.error].filter(Boolean).join(': '),
    keys: looked,
    forces,
    evidence: [...new Set([...looked, ...reads])].flatMap((key) => {
      const value = data[key]?.trim();
      const knob = knobOf(key, version);
      if (value === undefined && knob === null) return [];
      return [{ key, value: value ?? knob?.default ?? null, isSet: value !== undefined }];
    }),
  };
}

/** The flag that Go's parser of flags names. */
function keysIn(message: string): string[] {
  const key = /^option ([\w-]+):|error decoding '([\w-]+)'/.exec(message);
  return [key?.[1] ?? key?.[2] ?? []].flat();
}
