import type { RuleVerdict } from '@/lib/cilium/rules/judge-rules';
import type { Plan } from '@/lib/cilium/plan/plan';

export const verdictOrder = ['fatal', 'unknown', 'warn', 'pass'] as const satisfies readonly RuleVerdict[];

/** How many rules there are of each verdict: one rule counts once, by the gravest it says of any node. */
export function planTally({ rules }: Pick<Plan, 'rules'>): Record<RuleVerdict, number> {
  const gravest = new Map<string, RuleVerdict>();
  for (const { id, verdict } of rules) {
    const known = gravest.get(id);
    if (known === undefined || verdictOrder.indexOf(verdict) < verdictOrder.indexOf(known))
      gravest.set(id, verdict);
  }
  const tally: Record<RuleVerdict, number> = { fatal: 0, unknown: 0, warn: 0, pass: 0 };
  for (const verdict of gravest.values()) tally[verdict] += 1;
  return tally;
}
