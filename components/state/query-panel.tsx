'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useId, type ReactNode } from 'react';
import { StateMark } from '@/components/ui/state-mark';
import { formatClock } from '@/lib/format';
import { isCutOff } from '@/lib/queries/live-updates';
import { CouldNotAsk } from './could-not-ask';
import { useLiveState } from './live-updates-provider';

/** What a panel needs of a query, or of several in one. */
export type PanelQuery<Data> = Pick<UseQueryResult<Data>, 'data' | 'error' | 'isFetching'> & {
  refetch: () => unknown;
};

type QueryPanelProps<Data> = {
  title: string;
  /** A faint remark after the title: how many, of what. */
  aside?: ReactNode;
  /** At the right of the head. */
  end?: ReactNode;
  query: PanelQuery<Data>;
  /** What stands there while nothing is known: the size of what will. */
  pending: ReactNode;
  /** Gives what to say where there is nothing to show; null where there is something. */
  empty?: (data: Data) => ReactNode | null;
  /** Gives why what is shown is old, in words with its age; null where it is not. */
  stale?: (data: Data) => ReactNode | null;
  children: (data: Data) => ReactNode;
  className?: string;
  /** Its name as a stop of the guided tour. */
  tour?: string;
};

/** A panel in its five states, in one frame: pending, could not ask, empty, stale, ready. */
export function QueryPanel<Data>(props: QueryPanelProps<Data>) {
  const { title, aside, end, query, className, tour } = props;
  const headingId = useId();
  const { data, error } = query;
  const live = useLiveState();
  const old =
    data === undefined ? null : isCutOff(live) ? (
      <CutOff sinceMs={live.sinceMs} />
    ) : (
      (props.stale?.(data) ?? null)
    );
  return (
    <section
      aria-labelledby={headingId}
      aria-busy={data === undefined && error === null}
      className={className}
      data-tour={tour}
    >
      <div className="mb-2 flex flex-wrap items-baseline gap-x-2">
        <h2 id={headingId} className="text-body font-semibold">
          {title}
        </h2>
        {aside !== undefined && <span className="text-small text-faint">{aside}</span>}
        {old !== null && (
          <span className="inline-flex items-center gap-1.5 text-small text-warn">
            <StateMark mark="unknown" tone="warn" label={null} />
            {old}
          </span>
        )}
        {end !== undefined && <span className="ml-auto text-small text-muted">{end}</span>}
      </div>
      <PanelBody {...props} old={old !== null} />
    </section>
  );
}

function PanelBody<Data>({ query, pending, empty, children, old }: QueryPanelProps<Data> & { old: boolean }) {
  const { data, error, refetch, isFetching } = query;
  if (data !== undefined) {
    const nothing = empty?.(data) ?? null;
    return <div className={clsx(old && 'text-faint')}>{nothing ?? children(data)}</div>;
  }
  if (error === null) return pending;
  return <CouldNotAsk error={error} isAsking={isFetching} onRetry={refetch} />;
}

function CutOff({ sinceMs }: { sinceMs: number }) {
  return <>as of {formatClock(new Date(sinceMs).toISOString())}</>;
}
