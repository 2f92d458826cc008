'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useMemo, useSyncExternalStore } from 'react';
import { PendingBars } from '@/components/state/pending-bars';
import { QueryPanel } from '@/components/state/query-panel';
import { NodeName } from '@/components/ui/node-name';
import { PanelMessage } from '@/components/ui/panel-message';
import { subscribeToTicks } from '@/components/ui/ticker';
import { formatClock, formatDuration, formatPlural } from '@/lib/format';
import { convergenceQuery } from '@/lib/queries/agreement';
import { serverNowMs } from '@/lib/queries/server-clock';
import type { ConvergenceView } from '@/lib/snapshot/convergence-view';
import { delayPoints, p95OfSlowest } from './delay-points';

/** The drawing is loaded apart: the figures are there before the library is. */
const DelayChart = dynamic(
  () => import('@/components/charts/delay-chart').then((chart) => chart.DelayChart),
  {
    ssr: false,
  },
);

const listed = 6;
const secondMs = 1_000;
const leastSpanMs = 60_000;

/** When agents followed the latest changes of the API. */
export function ConvergencePanel({ className }: { className?: string }) {
  const query = useQuery(convergenceQuery());
  return (
    <QueryPanel
      title="Convergence"
      aside={
        query.data !== undefined && query.data.changes.length > 0
          ? `the last ${formatPlural(query.data.changes.length, 'change')} of the API`
          : undefined
      }
      query={query}
      className={className}
      pending={<PendingBars widths={[90, 84, 88, 60]} row="h-6" />}
      empty={({ changes }) =>
        changes.length > 0 ? null : (
          <PanelMessage fact="No change yet.">
            As soon as a Service or its endpoints change, each agent is timed until its table follows.
          </PanelMessage>
        )
      }
    >
      {({ changes }) => (
        <>
          <Chart changes={changes} />
          <ul className="mt-2">
            {changes.slice(0, listed).map((change) => (
              <Change key={change.id} change={change} />
            ))}
          </ul>
          <p className="mt-1.5 text-label text-faint">
            From the change to the first answer that has it: agents are asked every few seconds, so each
            figure is an upper bound.
          </p>
        </>
      )}
    </QueryPanel>
  );
}

function Chart({ changes }: { changes: readonly ConvergenceView[] }) {
  // What is open rises as time passes; a whole second is fine enough.
  const nowMs = useSyncExternalStore(
    subscribeToTicks,
    () => Math.floor(serverNowMs() / secondMs) * secondMs,
    () => 0,
  );
  const points = useMemo(() => delayPoints(changes, nowMs), [changes, nowMs]);
  const p95S = useMemo(() => p95OfSlowest(changes), [changes]);
  const firstMs = points[0]?.atMs ?? nowMs;
  if (nowMs === 0) return <div className="h-44" />;
  return (
    <>
      <div aria-hidden className="h-44">
        <DelayChart
          points={points}
          p95S={p95S}
          fromMs={Math.min(firstMs, nowMs - leastSpanMs)}
          toMs={nowMs}
        />
      </div>
      {p95S !== null && (
        <p className="text-small text-muted">
          95 % of changes were on every agent within{' '}
          <span className="font-medium text-text">{formatDuration(p95S * secondMs)}</span>.
        </p>
      )}
    </>
  );
}

function Change({ change }: { change: ConvergenceView }) {
  const { service, what, changedAt, agents, followed, delaysMs, slowest, waiting } = change;
  const [last] = slowest;
  return (
    <li className="border-t border-line py-1.5 text-small first:border-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium wrap-anywhere">
          {service.namespace}/{service.name}
        </span>
        <span className="text-muted">{what}</span>
        <time dateTime={changedAt} className="ml-auto text-faint">
          {formatClock(changedAt)}
        </time>
      </p>
      <p className="text-muted">
        {followed < agents ? (
          <span className="text-bad">
            {followed} of {formatPlural(agents, 'agent')} followed; waiting for{' '}
            {waiting.slice(0, 3).map((node, index) => (
              <span key={node}>
                {index > 0 && ', '}
                <NodeName name={node} form="short" />
              </span>
            ))}
            {agents - followed > 3 && ` and ${agents - followed - 3} more`}
          </span>
        ) : (
          delaysMs !== null && (
            <>
              {formatPlural(agents, 'agent')}: half within {formatDuration(delaysMs.median)}, all within{' '}
              {formatDuration(delaysMs.most)}
              {last !== undefined && agents > 1 && (
                <>
                  , <NodeName name={last.node} form="short" /> last
                </>
              )}
            </>
          )
        )}
      </p>
    </li>
  );
}
