'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useId } from 'react';
import { shortPodName } from '@/components/services/pod-name';
import { StateMark, markLabels, stateMarkKind, type MarkKind } from '@/components/ui/state-mark';
import { formatClock, formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import { recentChangesQuery, type ChangedBackend, type RecentChange } from '@/lib/queries/recent-changes';

const MOST_SHOWN = 8;

/** What changed in the agents' tables since the page was opened. */
export function LatelyPanel({ className }: { className?: string }) {
  const headingId = useId();
  const { data: changes } = useQuery(recentChangesQuery());
  return (
    <section aria-labelledby={headingId} className={className}>
      <h2 id={headingId} className="mb-2 flex items-baseline gap-2 text-body font-semibold">
        Lately
        <span className="text-small font-normal text-faint">since you opened this page</span>
      </h2>
      {changes.length === 0 ? (
        <p className="max-w-prose text-muted">
          <strong className="font-semibold text-text">No change.</strong> What agents add, drop or drain
          appears here as they say it.
        </p>
      ) : (
        <ol>
          {changes.slice(0, MOST_SHOWN).map((change) => (
            <ChangeRow key={change.id} change={change} />
          ))}
        </ol>
      )}
    </section>
  );
}

function ChangeRow({ change }: { change: RecentChange }) {
  const [key] = change.frontends;
  const { mark, words } = told(change);
  const where = change.service === null ? (key ?? '') : `${change.service.namespace}/${change.service.name}`;
  return (
    <li className="grid animate-changed grid-cols-[3.875rem_0.75rem_minmax(0,1fr)] gap-2 py-0.75 text-muted">
      <time dateTime={change.timestamp} className="mono leading-5 text-faint">
        {formatClock(change.timestamp)}
      </time>
      <span>
        <StateMark mark={mark} label={null} />
      </span>
      <span className="min-w-0">
        {words}{' '}
        {change.kind === 'frontend-removed' || key === undefined ? (
          <span>{where}</span>
        ) : (
          <Link
            href={`${paths.services}?f=${encodeURIComponent(key)}`}
            className="text-text underline decoration-line-strong underline-offset-3 hover:text-accent-text hover:decoration-current"
          >
            {where}
          </Link>
        )}
        {change.frontends.length > 1 && (
          <span className="text-faint">, {formatPlural(change.frontends.length, 'frontend')}</span>
        )}
      </span>
    </li>
  );
}

function backendName({ ip, port, target }: ChangedBackend): string {
  return target.kind === 'pod' ? (target.name ?? shortPodName(target)) : `${ip}:${port}`;
}

function told(change: RecentChange): { mark: MarkKind; words: string } {
  switch (change.kind) {
    case 'frontend-added':
      return { mark: 'agrees', words: 'New:' };
    case 'frontend-removed':
      return { mark: 'absent', words: 'Gone:' };
    case 'backend-added':
      return { mark: stateMarkKind(change.backend.state), words: `${backendName(change.backend)} joined` };
    case 'backend-removed':
      return { mark: 'absent', words: `${backendName(change.backend)} left` };
    case 'backend-state': {
      const mark = stateMarkKind(change.backend.state);
      return { mark, words: `${backendName(change.backend)} is ${markLabels[mark]} in` };
    }
  }
}
