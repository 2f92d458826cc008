import type { RuleJudgement } from '../rules/judge-rules';
import { judgeRules } from '../rules/judge-rules';
import type { StartFacts } from '../rules/start-facts';
import { changeSinceStart } from './change-since-start';
import { mergeLayers } from './config-layers';
import { ignoredKeys } from './ignored-keys';
import { knobsOf } from './knob-catalogue';
import type { AgentBesideConfig, KnobVerdict } from './knob-verdict';
import { judgeKnob } from './knob-verdict';

/** What is desired of an agent beside what it reports, and what its configuration would do to it at its next start. */
export type SettingsJudgement = {
  settings: KnobVerdict[];
  /** Rules that are broken: fatal, or with a warning or another value. */
  rules: RuleJudgement[];
};

/** Judges every knob of an agent's version, and every key of load balancing that is set though the version has none. */
export function judgeSettings(agent: AgentBesideConfig, facts: StartFacts): SettingsJudgement {
  const { version, layers } = agent;
  const rules = judgeRules(version, mergeLayers(layers), facts).filter(
    (rule) => (rule.verdict === 'fatal' && !isDisproved(rule, agent)) || rule.verdict === 'warn',
  );
  return {
    settings: [
      ...knobsOf(version).map((knob) => judgeKnob(knob, agent, rules)),
      ...ignoredKeys(version, layers),
    ],
    rules,
  };
}

/** An agent that runs with the very values a rule calls fatal knows better than the rule. */
function isDisproved({ evidence }: RuleJudgement, agent: AgentBesideConfig): boolean {
  return (
    agent.isRunning && evidence.every(({ key }) => changeSinceStart({ key }, agent.layers, agent) === 'same')
  );
}
