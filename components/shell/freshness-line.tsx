'use client';

import { Age } from '@/components/ui/age';
import { useNodeNameParts } from '@/components/ui/node-name';
import { StateMark } from '@/components/ui/state-mark';
import { formatClock, formatCount, formatPlural } from '@/lib/format';
import type { FreshnessForm } from './freshness-of';
import { PauseMark, RingMark } from './freshness-marks';

/** The freshness indicator's mark and words. */
export function FreshnessLine({ freshness }: { freshness: FreshnessForm }) {
  const parts = useNodeNameParts();
  switch (freshness.form) {
    case 'fresh':
      return (
        <>
          <StateMark mark="agrees" label="fresh" />
          <span>
            <b className="font-medium text-text">{`${formatCount(freshness.total)}/${formatCount(freshness.total)}`}</b>{' '}
            {freshness.total === 1 ? 'agent' : 'agents'}
            <span className="max-desk:hidden">
              {' · '}
              <Age timestamp={freshness.oldestTimestamp} />
            </span>
          </span>
        </>
      );
    case 'asking':
      return (
        <>
          <RingMark />
          {freshness.total === null ? 'asking' : `asking ${formatPlural(freshness.total, 'agent')}`}
        </>
      );
    case 'silent': {
      const [first] = freshness.silent;
      return (
        <>
          <StateMark mark="unknown" tone="warn" label="not all answer" />
          <span>
            <b className="font-medium">{`${formatCount(freshness.answering)}/${formatCount(freshness.total)}`}</b>{' '}
            agents
            <span className="max-desk:hidden">
              {' · '}
              {freshness.silent.length > 1 || first === undefined ? (
                `${formatCount(freshness.silent.length)} silent`
              ) : first.answeredTimestamp === null ? (
                `${parts(first.node).distinct} has not answered yet`
              ) : (
                <>
                  {parts(first.node).distinct} silent for{' '}
                  <Age timestamp={first.answeredTimestamp} form="bare" />
                </>
              )}
            </span>
          </span>
        </>
      );
    }
    case 'paused':
      return (
        <>
          <PauseMark />
          <span>
            paused<span className="max-desk:hidden"> at </span>
            <b className="font-medium text-text max-desk:hidden">
              {formatClock(new Date(freshness.sinceMs).toISOString())}
            </b>
          </span>
        </>
      );
    case 'no-answer':
      return (
        <>
          <StateMark mark="leftover" label="could not ask" />
          <span className="truncate">
            <b className="font-medium">no answer</b>
            <span className="max-desk:hidden"> · {freshness.reason}</span>
          </span>
        </>
      );
    case 'no-agents':
      return (
        <>
          <StateMark mark="unknown" tone="warn" label="none found" />
          no agents
        </>
      );
  }
}
