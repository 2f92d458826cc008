import { desiredValue } from '../settings/config-layers';
import { knobOf, knobs } from '../settings/knob-catalogue';
import { reportedValue } from '../settings/reported-value';
import { formTitle } from './form-settings';
import type { PlannedChange, PlannedRule, ValueCount } from './plan';
import type { PlanChanges, PlanRelease } from './plan-input';
import type { PlannedAgent } from './planned-rules';
import { gravest } from './planned-rules';

/** Counts equal items; the most frequent first. */
function counted<T extends object>(items: readonly T[]): (T & { nodes: number })[] {
  const counts = new Map<string, T & { nodes: number }>();
  for (const item of items) {
    const name = JSON.stringify(item);
    const known = counts.get(name);
    if (known === undefined) counts.set(name, { ...item, nodes: 1 });
    else known.nodes += 1;
  }
  return [...counts.values()].sort((a, b) => b.nodes - a.nodes);
}

/** The Helm value of a key: what a user put in `extraConfig` is written last, over the chart's own. */
export function helmPath(key: string, agents: readonly PlannedAgent[], release: PlanRelease | null): string {
  const extra = `extraConfig.${key}`;
  if (release?.values?.[extra] !== undefined) return extra;
  return agents.map(({ agent }) => knobOf(key, agent.version)?.helm).find(Boolean) ?? extra;
}

/** Puts each key of the plan beside what it says now and what agents report. */
export function plannedChanges(
  changes: PlanChanges,
  agents: readonly PlannedAgent[],
  rules: readonly PlannedRule[],
  release: PlanRelease | null,
): PlannedChange[] {
  return Object.entries(changes).map(([key, to]): PlannedChange => {
    const known = agents.flatMap(({ agent, layers }) => {
      const knob = knobOf(key, agent.version);
      if (knob === null) return [];
      const now = desiredValue(knob, agent.layers);
      const then = desiredValue(knob, layers);
      return [{ agent, knob, now, then }];
    });
    const first = known[0]?.knob ?? knobs.find((knob) => knob.key === key);
    return {
      key,
      name: formTitle(key) ?? first?.name ?? key,
      helm: helmPath(key, agents, release),
      now: counted(
        known.map(({ now }): Omit<ValueCount, 'nodes'> => ({
          value: now.value,
          isSet: now.source.object !== null,
        })),
      ),
      realised: counted(
        known.map(({ agent }) => ({
          value: agent.status === null ? null : reportedValue(key, agent.status),
        })),
      ),
      to,
      byDefault: first?.default ?? null,
      nodes: known.filter(({ now, then }) => now.value !== then.value).map(({ agent }) => agent.node),
      verdict: gravest(
        rules.filter(({ touched, keys }) => touched && keys.includes(key)).map(({ verdict }) => verdict),
      ),
    };
  });
}
