'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { CouldNotAsk } from '@/components/state/could-not-ask';
import { Button, buttonClass } from '@/components/ui/button';
import { TextButton } from '@/components/ui/text-link';
import type { PlanRequest } from '@/lib/cilium/plan/plan-input';
import { planQuery as planText } from '@/lib/cilium/plan/plan-text';
import { paths } from '@/lib/paths';
import { planQuery } from '@/lib/queries/plans';
import { durationWords, memoryWords, paceWords } from './plan-words';
import { planTally, verdictOrder } from './plan-tally';
import { RuleMark } from './rule-mark';

const words = { fatal: 'fatal', unknown: 'unknown', warn: 'warn', pass: 'pass' };

type PendingChangeProps = { request: PlanRequest; onUndo: (key: string) => void; onDiscard: () => void };

/** What is chosen so far, what the rules say of it, and the way to the plan. It never applies anything. */
export function PendingChange({ request, onUndo, onDiscard }: PendingChangeProps) {
  const plan = useQuery(planQuery(request));
  const keys = Object.keys(request.changes);
  const data = keys.length === 0 ? undefined : plan.data;
  return (
    <section aria-label="Pending change" className="pt-3">
      <h2 className="border-b-2 border-text pb-2 text-lead font-semibold">Pending change</h2>
      {keys.length === 0 ? (
        <p className="py-3 text-muted">Nothing is chosen yet. Several changes make one plan.</p>
      ) : (
        <ul aria-live="polite">
          {keys.map((key) => {
            const change = data?.changes.find((one) => one.key === key);
            const refused = data?.refused.find(({ what }) => what === key);
            return (
              <li key={key} className="border-b border-line py-2">
                <div className="flex items-center gap-1.5">
                  <span className="min-w-0 flex-1 font-semibold">{change?.name ?? key}</span>
                  {change !== undefined && <RuleMark verdict={change.verdict} />}
                  <TextButton aria-label={`Undo ${change?.name ?? key}`} onClick={() => onUndo(key)}>
                    undo
                  </TextButton>
                </div>
                <div className="mono wrap-anywhere">
                  <span className="text-muted">{change?.now[0]?.value ?? ''} → </span>
                  <span className="font-medium">{request.changes[key] ?? 'taken out'}</span>
                </div>
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
      {data !== undefined && (
        <>
          <dl className="grid grid-cols-4 py-2 text-small text-muted">
            {verdictOrder.map((verdict) => (
              <div key={verdict} className="flex flex-col-reverse">
                <dt>{words[verdict]}</dt>
                <dd className="flex items-center gap-1.5 text-lead font-semibold text-text">
                  <RuleMark verdict={verdict} bare />
                  {planTally(data)[verdict]}
                </dd>
              </div>
            ))}
          </dl>
          <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 border-t border-b border-line py-2.5 [&_dd]:text-right [&_dt]:text-muted">
            <dt>Agents to restart</dt>
            <dd>{`${data.blastRadius.nodes.length}, ${paceWords(data.blastRadius.rollout)}`}</dd>
            <dt>Expected</dt>
            <dd>{durationWords(data.blastRadius.rollout)}</dd>
            <dt>Kernel memory per node</dt>
            <dd>{memoryWords(data.blastRadius)}</dd>
            <dt>Owner</dt>
            <dd>{data.owner?.name ?? 'not known'}</dd>
          </dl>
        </>
      )}
      {keys.length > 0 && (
        <div className="mt-3 flex gap-2 max-desk:fixed max-desk:inset-x-0 max-desk:bottom-(--bottom-bar) max-desk:z-10 max-desk:border-t max-desk:border-line-strong max-desk:bg-surface max-desk:px-4 max-desk:py-2">
          <Link
            href={`${paths.changePlan}?${planText(request)}`}
            className={`${buttonClass({ kind: 'primary' })} flex-1`}
          >
            Review plan
          </Link>
          <Button onClick={onDiscard}>Discard</Button>
        </div>
      )}
    </section>
  );
}
