import type { RuleJudgement, RuleVerdict } from '../rules/judge-rules';
import { judgeRules } from '../rules/judge-rules';
import { keysOfRule } from '../rules/keys-of-rule';
import { changeSinceStart } from '../settings/change-since-start';
import type { ConfigLayer } from '../settings/config-layers';
import { desiredValue, mergeLayers, nodeConfigKeys } from '../settings/config-layers';
import { knobOf } from '../settings/knob-catalogue';
import { findOut, howToSee } from './find-out';
import type { PlannedRule } from './plan';
import type { PlanAgent } from './plan-input';

/** An agent with what it would find at its next start. */
export type PlannedAgent = { agent: PlanAgent; layers: readonly ConfigLayer[] };

const order: readonly RuleVerdict[] = ['fatal', 'unknown', 'warn', 'pass'];

/** Gives the gravest of some verdicts; `pass` of none. */
export function gravest(verdicts: readonly RuleVerdict[]): RuleVerdict {
  return order.find((verdict) => verdicts.includes(verdict)) ?? 'pass';
}

/** Every key that a rule looks at, and what it shows of them. */
function lookedAt({ id, evidence }: RuleJudgement, { version }: PlanAgent): string[] {
  return [...keysOfRule(id, version), ...evidence.map(({ key }) => key)];
}

/** A running agent that started with the very values a start-up rule looks at has passed that rule. */
function hasPassed(rule: RuleJudgement, agent: PlanAgent, changed: ReadonlySet<string>): boolean {
  if (rule.effect !== 'fatal' || !agent.isRunning) return false;
  return lookedAt(rule, agent).every(
    (key) => !changed.has(key) && changeSinceStart({ key }, agent.layers, agent) === 'same',
  );
}

/** The agent would read another value than the plan's: a CiliumNodeConfig of a greater name, or over the ConfigMap. */
function shadowed(
  { agent, layers }: PlannedAgent,
  changed: ReadonlySet<string>,
  written: string,
): PlannedRule[] {
  return [...changed].flatMap((key) => {
    const knob = knobOf(key, agent.version);
    const object = knob === null ? null : desiredValue(knob, layers).source.object;
    const inPlan = layers.some((layer) => layer.object === written);
    if (knob === null || !inPlan || object === null || object === written) return [];
    const value = mergeLayers(layers)[key] ?? null;
    return [
      {
        ...{ id: '4.6-SHADOWED', verdict: 'warn' as const, logged: null, touched: true, findOut: null },
        ...{ keys: [key], nodes: [agent.node], hiddenBehind: null },
        message: `${object} sets ${key} over what the plan writes: these nodes would not follow it.`,
        evidence: [{ key, value, isSet: true }],
      },
    ];
  });
}

/** Agents of a version without the flag ignore the key. */
function ignored({ agent }: PlannedAgent, changed: ReadonlySet<string>): PlannedRule[] {
  return [...changed].flatMap((key) => {
    if (knobOf(key, agent.version) !== null) return [];
    return [
      {
        ...{ id: '4.1-IGNORED', verdict: 'warn' as const, logged: null, touched: true, findOut: null },
        ...{ keys: [key], nodes: [agent.node], hiddenBehind: null, evidence: [] },
        message: `Agents of ${agent.version.text} have no flag ${key} and ignore it without a word.`,
      },
    ];
  });
}

/** True where two nodes hear the same of a rule. */
function saysTheSame(one: PlannedRule, other: PlannedRule): boolean {
  return (
    one.verdict === other.verdict &&
    one.message === other.message &&
    one.hiddenBehind === other.hiddenBehind &&
    one.evidence.length === other.evidence.length &&
    one.evidence.every(({ key, value, isSet }, index) => {
      const beside = other.evidence[index];
      return beside?.key === key && beside.value === value && beside.isSet === isSet;
    })
  );
}

/**
 * Judges every rule for each agent as it would start with the plan, and puts together what is the same on several
 * nodes. `written` is the object that the plan writes, `ConfigMap kube-system/cilium-config`.
 */
export function plannedRules(
  agents: readonly PlannedAgent[],
  changed: ReadonlySet<string>,
  written: string,
): PlannedRule[] {
  const found = new Map<string, PlannedRule[]>();
  const add = (rule: PlannedRule): void => {
    const ofId = found.get(rule.id) ?? [];
    const known = ofId.find((one) => saysTheSame(one, rule));
    if (known !== undefined) known.nodes.push(...rule.nodes);
    else found.set(rule.id, [...ofId, { ...rule, nodes: [...rule.nodes] }]);
  };
  for (const planned of agents) {
    const { agent, layers } = planned;
    // What an agent found with other devices in its configuration does not tell what it would find now.
    const isSelectionKept =
      !changed.has('devices') && changeSinceStart({ key: 'devices' }, layers, agent) === 'same';
    const devices = isSelectionKept ? agent.facts.devices : null;
    const facts = { ...agent.facts, devices, nodeKeys: nodeConfigKeys(layers) };
    const judged = judgeRules(agent.version, mergeLayers(layers), facts);
    const firstFatal = judged.find((rule) => rule.verdict === 'fatal' && !hasPassed(rule, agent, changed));
    for (const rule of judged) {
      const passed =
        (rule.verdict === 'fatal' || rule.verdict === 'unknown') && hasPassed(rule, agent, changed);
      const verdict = passed ? 'pass' : rule.verdict;
      const isBehind = verdict === 'fatal' && firstFatal !== rule;
      add({
        id: rule.id,
        verdict,
        message: passed ? '' : rule.message,
        logged: passed ? null : rule.logged,
        keys: [...rule.keys],
        evidence: rule.evidence,
        nodes: [agent.node],
        touched: lookedAt(rule, agent).some((key) => changed.has(key)),
        hiddenBehind: isBehind ? (firstFatal?.id ?? null) : null,
        findOut:
          verdict === 'unknown'
            ? findOut(rule.id, rule.message)
            : verdict === 'warn'
              ? howToSee(rule.id)
              : null,
      });
    }
    for (const rule of [...shadowed(planned, changed, written), ...ignored(planned, changed)]) add(rule);
  }
  const rank = ({ verdict, touched }: PlannedRule): number => order.indexOf(verdict) * 2 + (touched ? 0 : 1);
  return [...found.values()].flat().sort((a, b) => rank(a) - rank(b));
}
