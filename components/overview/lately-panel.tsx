'use client';

import { useQuery } from '@tanstack/react-query';
import { useId, useMemo } from 'react';
import { agentsQuery } from '@/lib/queries/agents';
import { frontendsQuery } from '@/lib/queries/frontends';
import { recentChangesQuery, type RecentChange } from '@/lib/queries/recent-changes';
import { sourceQuery } from '@/lib/queries/source';
import { earlierEvents, type EarlierEvent } from './earlier-events';
import { ChangeRow, EarlierRow } from './lately-rows';

const MOST_SHOWN = 8;

/** What changed while the page was open, and before that what the server knows. */
export function LatelyPanel({ className }: { className?: string }) {
  const headingId = useId();
  const { data: changes } = useQuery(recentChangesQuery());
  const earlier = useEarlierEvents(changes);
  const seen = changes.slice(0, MOST_SHOWN);
  return (
    <section aria-labelledby={headingId} className={className}>
      <h2 id={headingId} className="mb-2 flex items-baseline gap-2 text-body font-semibold">
        Lately
        {changes.length === 0 && (
          <span className="text-small font-normal text-faint">no change since you opened this page</span>
        )}
      </h2>
      <ol>
        {seen.map((change) => (
          <ChangeRow key={change.id} change={change} />
        ))}
        {earlier.slice(0, MOST_SHOWN - seen.length).map((event) => (
          <EarlierRow key={event.id} event={event} />
        ))}
      </ol>
    </section>
  );
}

function useEarlierEvents(changes: readonly RecentChange[]): EarlierEvent[] {
  const agents = useQuery(agentsQuery()).data;
  const frontends = useQuery(frontendsQuery()).data;
  const source = useQuery(sourceQuery()).data;
  return useMemo(
    () =>
      agents === undefined || frontends === undefined || source === undefined
        ? []
        : earlierEvents({
            agents: agents.items,
            frontends: frontends.items,
            startedTimestamp: source.startedTimestamp,
            seen: new Set(changes.flatMap((change) => change.frontends)),
          }),
    [agents, frontends, source, changes],
  );
}
