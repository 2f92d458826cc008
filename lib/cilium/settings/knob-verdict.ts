import type { ConfigLayer, DesiredValue } from './config-layers';
import { desiredValue } from './config-layers';
import type { AgentStartFacts } from './change-since-start';
import { changeSinceStart, lastWritten } from './change-since-start';
import type { AgentStatus } from '../agent-status';
import type { Release } from '../agent-version';
import type { RuleJudgement } from '../rules/judge-rules';
import type { Knob } from './knob';
import { isNodePortValue, reportedValue } from './reported-value';
import { isSameValue } from './same-value';

/**
 * `in-effect`: the agent reports what is desired. `pending-restart`: the configuration changed after it started.
 * `overridden`: a rule of Cilium's makes it run with another value. `not-reported`: nothing it prints tells.
 * `ignored`: this version has no such flag. `fatal`: it would die of it at its next start. `differs`: it reports
 * another value, and nothing that may be read says why. `unknown`: it has not answered.
 */
export type Verdict =
  | 'in-effect'
  | 'pending-restart'
  | 'overridden'
  | 'not-reported'
  | 'ignored'
  | 'fatal'
  | 'differs'
  | 'unknown';

/** What is desired of one knob on one node, what its agent reports, and what that means. */
export type KnobVerdict = {
  key: string;
  name: string;
  desired: DesiredValue;
  /** What the agent reports, in the words of the key; null: nothing. */
  realised: string | null;
  verdict: Verdict;
  /** The verdict in a sentence. */
  reason: string;
  /** The rule behind `overridden` and `fatal`. */
  rule: string | null;
  /** When the value was last written, for `pending-restart`. */
  since: string | null;
};

/** One agent beside its configuration. */
export type AgentBesideConfig = AgentStartFacts & {
  version: Release;
  /** What its configuration comes from now, the last layer winning. */
  layers: readonly ConfigLayer[];
  /** Its last status; null where it never answered. */
  status: AgentStatus | null;
  /** It runs: what it started with did not kill it. */
  isRunning: boolean;
};

const restart = 'agents read it at their start only, so a restart is pending.';

/** Judges one knob; `rules` are those judged for the desired configuration of the node. */
export function judgeKnob(
  knob: Knob,
  agent: AgentBesideConfig,
  rules: readonly RuleJudgement[],
): KnobVerdict {
  const desired = desiredValue(knob, agent.layers);
  const realised = agent.status === null ? null : reportedValue(knob.key, agent.status);
  const told = (verdict: Verdict, reason: string, rule: string | null = null): KnobVerdict => ({
    key: knob.key,
    name: knob.name,
    desired,
    realised,
    verdict,
    reason,
    rule,
    since: verdict === 'pending-restart' ? lastWritten(knob, agent.layers) : null,
  });
  const fatal = rules.find(({ verdict, keys }) => verdict === 'fatal' && keys.includes(knob.key));
  if (fatal !== undefined)
    return told('fatal', `The agent would not start with it: ${fatal.message}`, fatal.id);
  const change = changeSinceStart(knob, agent.layers, agent);
  const wanted = sentenceOf(desired);
  const force = rules.find(({ verdict, forces }) => verdict === 'warn' && forces?.key === knob.key);
  const forced = force?.forces?.value;
  if (realised === null) {
    if (change === 'changed')
      return told('pending-restart', `${wanted} It was written after this agent started: ${restart}`);
    if (agent.status === null) return told('unknown', 'This agent has not answered yet.');
    if (forced !== undefined && desired.value !== null && !isSameValue(knob, desired.value, forced))
      return told('overridden', force?.message ?? '', force?.id);
    return told('not-reported', notReported(knob, change));
  }
  if (isSameValue(knob, desired.value, realised)) return told('in-effect', inEffect(desired));
  if (forced !== undefined && isSameValue(knob, forced, realised))
    return told('overridden', force?.message ?? '', force?.id);
  if (change !== 'same') {
    const how = change === 'changed' ? 'changed' : 'was written';
    return told('pending-restart', `${wanted} It ${how} after this agent started: ${restart}`);
  }
  return told(
    'differs',
    `${wanted} The agent started with that and reports ${realised}; no rule known here explains it.`,
  );
}

function sentenceOf({ value, source }: DesiredValue): string {
  const shown = value === '' || value === null ? 'nothing' : value;
  return source.object === null
    ? `No object sets it, and the default is ${shown}.`
    : `${source.object} says ${shown}.`;
}

function inEffect({ source, instead }: DesiredValue): string {
  if (source.kind === 'computed') return 'No object sets it; the agent found it by itself.';
  if (source.kind === 'default') return 'No object sets it; the agent runs with the default of its version.';
  return instead === null
    ? `${source.object} sets it, and the agent runs with it.`
    : `${source.object} sets it over ${instead.object}, which says ${instead.value}.`;
}

function notReported({ key }: Knob, change: 'same' | 'maybe'): string {
  const what = isNodePortValue(key)
    ? 'The agent prints it only while it is in use.'
    : 'Nothing in the status of this version tells it.';
  return change === 'same'
    ? `${what} The agent started with what stands there now.`
    : `${what} Whether the agent started with what stands there now is not known.`;
}
