import type { Plan } from './plan';
import type { PlanChanges } from './plan-input';

/** A plan’s request for all nodes. */
export const onAll = (changes: PlanChanges) => ({ changes, nodes: null });

/** The rules of a plan with that verdict. */
export function ids(plan: Plan, verdict: Plan['rules'][number]['verdict']): string[] {
  return plan.rules.flatMap((rule) => (rule.verdict === verdict ? [rule.id] : []));
}
