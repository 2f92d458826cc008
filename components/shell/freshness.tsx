'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Popover } from 'radix-ui';
import { useLiveState, useLiveUpdates } from '@/components/state/live-updates-provider';
import { Button } from '@/components/ui/button';
import { ApiError } from '@/lib/queries/api-error';
import { agentsQuery } from '@/lib/queries/agents';
import { sourceQuery } from '@/lib/queries/source';
import { FreshnessDetail } from './freshness-detail';
import { FreshnessLine } from './freshness-line';
import { freshnessOf } from './freshness-of';

/** How fresh what the page shows is; opened, who is silent and why, and the switch that holds the page still. */
export function Freshness() {
  const agents = useQuery(agentsQuery());
  const source = useQuery(sourceQuery());
  const live = useLiveState();
  const updates = useLiveUpdates();
  const freshness = freshnessOf({
    agents: agents.data?.items,
    source: source.data,
    live,
    failure: agents.error instanceof ApiError ? agents.error.title : (agents.error?.message ?? null),
  });
  const paused = live.phase === 'paused';
  return (
    <Popover.Root>
      <Popover.Trigger
        data-tour="freshness"
        className={clsx(
          'target flex h-8 min-w-0 items-center gap-1.75 desk:shrink-[0.01] rounded-control px-2 whitespace-nowrap hover:bg-row-hover',
          freshness.form === 'no-answer'
            ? 'text-bad'
            : freshness.form === 'silent' || freshness.form === 'no-agents'
              ? 'text-warn'
              : 'text-muted',
        )}
      >
        <FreshnessLine freshness={freshness} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label="Freshness"
          className="z-50 w-[min(24rem,calc(100vw-1rem))] rounded-control border border-line-strong bg-raised p-4"
        >
          <FreshnessDetail freshness={freshness} live={live} />
          <div className="mt-3 flex items-center gap-3 border-t border-line pt-3">
            <Button size="small" onClick={paused ? updates.resume : updates.pause}>
              {paused ? 'Resume' : 'Hold the page still'}
            </Button>
            <span className="text-small text-muted">
              {paused ? 'Shows what has changed since.' : 'Agents are asked on; this page waits.'}
            </span>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
