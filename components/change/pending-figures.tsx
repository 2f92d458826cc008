import { formatPlural } from '@/lib/format';
import type { PlanView } from '@/lib/snapshot/plan-view';
import { planTally, verdictOrder } from './plan-tally';
import { durationWords, memoryWords, paceWords } from './plan-words';
import { RuleMark } from './rule-mark';

/** What the plan of the choices comes to; dashes keep its place while it is made. */
export function PendingFigures({ plan }: { plan: PlanView | undefined }) {
  const tally = plan === undefined ? null : planTally(plan);
  const facts: [string, string][] = [
    [
      'Agents to restart',
      plan === undefined ? '–' : `${plan.blastRadius.nodes.length}, ${paceWords(plan.blastRadius.rollout)}`,
    ],
    ['Expected', plan === undefined ? '–' : durationWords(plan.blastRadius.rollout)],
    ['Kernel memory per node', plan === undefined ? '–' : memoryWords(plan.blastRadius)],
    ['Owner', plan === undefined ? '–' : (plan.owner?.name ?? 'not known')],
  ];
  return (
    <div aria-busy={plan === undefined}>
      <dl className="grid grid-cols-4 py-2 text-small text-muted">
        {verdictOrder.map((verdict) => (
          <div key={verdict} className="flex flex-col-reverse">
            <dt>{verdict}</dt>
            <dd className="flex items-center gap-1.5 text-lead font-semibold text-text">
              <RuleMark verdict={verdict} bare />
              {tally?.[verdict] ?? '–'}
            </dd>
          </div>
        ))}
      </dl>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 border-t border-b border-line py-2.5 [&_dd]:text-right [&_dt]:text-muted">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** What stands below the way to the plan: that it can be read though it cannot be applied. */
export function PendingRemark({ plan }: { plan: PlanView | undefined }) {
  const fatal = plan === undefined ? 0 : planTally(plan).fatal;
  return (
    <p className="min-h-9 pt-2 text-small text-pretty text-muted">
      {fatal > 0 &&
        `The plan opens with ${formatPlural(fatal, 'fatal rule')}. It can be read and shared, not applied.`}
    </p>
  );
}
