'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { CouldNotAsk } from '@/components/state/could-not-ask';
import { Button, buttonClass } from '@/components/ui/button';
import { TextButton } from '@/components/ui/text-link';
import { formTitle } from '@/lib/cilium/plan/form-settings';
import type { PlanRequest } from '@/lib/cilium/plan/plan-input';
import { planQuery as planText } from '@/lib/cilium/plan/plan-text';
import { formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import { planQuery } from '@/lib/queries/plans';
import { PendingFigures, PendingRemark } from './pending-figures';
import { planTally } from './plan-tally';
import { RuleMark } from './rule-mark';

type PendingChangeProps = { request: PlanRequest; onUndo: (key: string) => void; onDiscard: () => void };

/** What is chosen so far, what the rules say of it, and the way to the plan. It never applies anything. */
export function PendingChange({ request, onUndo, onDiscard }: PendingChangeProps) {
  const plan = useQuery(planQuery(request));
  const keys = Object.keys(request.changes);
  const data = keys.length === 0 ? undefined : plan.data;
  const tally = data === undefined ? null : planTally(data);
  return (
    <section aria-label="Pending change" className="pt-3">
      <h2 className="border-b-2 border-text pb-2 text-lead font-semibold">Pending change</h2>
      {keys.length === 0 ? (
        <p className="py-3 text-muted">Nothing is chosen yet. Several changes make one plan.</p>
      ) : (
        <ul aria-live="polite">
          {keys.map((key) => {
            const change = data?.changes.find((one) => one.key === key);
            const name = formTitle(key) ?? change?.name ?? key;
            const refused = data?.refused.find(({ what }) => what === key);
            return (
              <li key={key} className="border-b border-line py-2">
                <div className="flex items-center gap-1.5">
                  <span className="min-w-0 flex-1 font-semibold">{name}</span>
                  {change !== undefined && <RuleMark verdict={change.verdict} />}
                  <TextButton aria-label={`Undo ${name}`} onClick={() => onUndo(key)}>
                    undo
                  </TextButton>
                </div>
                <div className="mono wrap-anywhere">
                  {change !== undefined && (
                    <span className="text-muted">{change.now[0]?.value || 'nothing'} → </span>
                  )}
                  <span className="font-medium">
                    {request.changes[key] ??
                      `taken out${change === undefined ? '' : `, so ${change.byDefault ?? 'computed'}`}`}
                  </span>
                </div>
                {data?.unchanged.includes(key) === true && (
                  <p className="text-small text-pretty text-muted">
                    The ConfigMap says so already: nothing would change.
                  </p>
                )}
                {refused !== undefined && <p className="text-small text-pretty text-bad">{refused.reason}</p>}
              </li>
            );
          })}
        </ul>
      )}
      {plan.error !== null && keys.length > 0 && data === undefined && (
        <div className="pt-3">
          <CouldNotAsk error={plan.error} isAsking={plan.isFetching} onRetry={plan.refetch} />
        </div>
      )}
      {keys.length > 0 && (data !== undefined || plan.error === null) && <PendingFigures plan={data} />}
      {keys.length > 0 && (
        <div className="mt-3 flex items-center gap-2 max-desk:fixed max-desk:inset-x-0 max-desk:bottom-(--bottom-bar) max-desk:z-10 max-desk:border-t max-desk:border-line-strong max-desk:bg-surface max-desk:px-4 max-desk:py-2">
          <p aria-hidden className="min-w-0 flex-1 leading-4.5 desk:hidden">
            <b className="block font-semibold">{formatPlural(keys.length, 'change')}</b>
            <span className="text-small text-muted">
              {tally === null ? 'being checked' : `${tally.fatal} fatal, ${tally.unknown} unknown`}
            </span>
          </p>
          <Link
            href={`${paths.changePlan}?${planText(request)}`}
            className={`${buttonClass({ kind: 'primary' })} desk:flex-1`}
          >
            Review plan
          </Link>
          <Button onClick={onDiscard}>Discard</Button>
        </div>
      )}
      {keys.length > 0 && <PendingRemark plan={data} />}
    </section>
  );
}
