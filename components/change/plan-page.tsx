'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import Link from 'next/link';
import { ApplyPanel } from '@/components/rollout/apply-panel';
import { PageHead } from '@/components/shell/page-head';
import { PendingBars } from '@/components/state/pending-bars';
import { QueryPanel } from '@/components/state/query-panel';
import { Button, buttonClass } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { PanelMessage } from '@/components/ui/panel-message';
import { TextLink } from '@/components/ui/text-link';
import type { PlanRequest } from '@/lib/cilium/plan/plan-input';
import { planId, planQuery as planText } from '@/lib/cilium/plan/plan-text';
import { mainWayOut } from '@/lib/cilium/plan/ways-out';
import { formatClock } from '@/lib/format';
import { paths } from '@/lib/paths';
import { planQuery } from '@/lib/queries/plans';
import type { PlanView } from '@/lib/snapshot/plan-view';
import { PlanCommandsSection } from './plan-commands-section';
import { PlanDiff } from './plan-diff';
import { PlanRules } from './plan-rules';
import { PlanTouches } from './plan-touches';
import { planVerdict } from './plan-words';
import { PlannedChanges } from './planned-changes';
import { RuleMark } from './rule-mark';
import { useChangeUrl } from './use-change-url';

const tones = {
  bad: 'border-bad bg-bad-soft',
  ok: 'border-ok bg-surface',
  muted: 'border-line-strong bg-surface',
};
const marks = { bad: 'fatal', ok: 'pass', muted: 'unknown' } as const;

/** A plan, made anew from the cluster of now whenever its link is opened. */
export function PlanPage() {
  const { request } = useChangeUrl();
  const plan = useQuery(planQuery(request));
  const keys = Object.keys(request.changes);
  return (
    <>
      <PageHead
        title={keys.length === 0 ? 'Plan' : `Plan ${planId(request)}`}
        facts={<span>{keys.map((key) => `${key}: ${request.changes[key] ?? 'taken out'}`).join(', ')}</span>}
        actions={
          <>
            <Link href={`${paths.change}?${planText(request)}`} className={buttonClass()}>
              Edit
            </Link>
            <Button disabled={keys.length === 0 || plan.isFetching} onClick={() => void plan.refetch()}>
              Check again
            </Button>
            <CopyButton label="link to this plan" word="Copy link" text={() => window.location.href} />
          </>
        }
      />
      <div className="px-4 pb-12 desk:px-6">
        {keys.length === 0 ? (
          <PanelMessage fact="The link names no change.">
            <TextLink href={paths.change}>Choose settings to change</TextLink>
          </PanelMessage>
        ) : (
          <QueryPanel
            title="What it comes to"
            aside={
              plan.data === undefined
                ? undefined
                : `made at ${formatClock(plan.data.madeTimestamp)} from the cluster of that moment; the link keeps the changes, not the answer`
            }
            query={plan}
            pending={<PendingBars widths={[90, 60, 80, 70]} row="h-10" ruled />}
          >
            {(view) => <PlanBody plan={view} request={request} />}
          </QueryPanel>
        )}
      </div>
    </>
  );
}

function PlanBody({ plan, request }: { plan: PlanView; request: PlanRequest }) {
  const { tone, title, detail } = planVerdict(plan);
  const way = mainWayOut(plan.rules, request.changes);
  return (
    <div className="space-y-7">
      <div role="status" className={clsx('flex flex-wrap gap-3 border-l-3 px-3.5 py-2.5', tones[tone])}>
        <span className="pt-0.5">
          <RuleMark verdict={marks[tone]} bare size={18} />
        </span>
        <div className="min-w-0 flex-1">
          <strong className="block font-semibold">{title}</strong>
          <span className="wrap-anywhere">{detail}</span>
        </div>
        {way !== null && (
          <Link
            href={`${paths.changePlan}?${planText({ ...request, changes: way.changes })}`}
            className={clsx(buttonClass(), 'ml-auto flex-none self-center max-desk:w-full')}
          >
            {way.title}
          </Link>
        )}
      </div>
      {plan.unjudged.length > 0 && (
        <p className="text-warn">
          Nothing can be said of {plan.unjudged.join(', ')}: the version or the configuration of the agent is
          not known.
        </p>
      )}
      {plan.changes.length > 0 && (
        <>
          <div className="grid gap-x-8 gap-y-6 wide:grid-cols-2">
            <PlannedChanges plan={plan} />
            <PlanDiff diff={plan.diff} />
          </div>
          <PlanRules plan={plan} request={request} />
          <PlanTouches plan={plan} />
          <PlanCommandsSection plan={plan} />
          {plan.id === planId(request) && <ApplyPanel key={plan.id} plan={plan} request={request} />}
        </>
      )}
    </div>
  );
}
