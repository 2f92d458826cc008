import { clsx } from 'clsx';
import { formatCount } from '@/lib/format';
import type { LookupSide } from '@/lib/learn/kube-proxy/lookup-step';
import { entriesOfMark, EntryStrip } from './entry-strip';

type LookupCellProps = {
  what: LookupSide;
  side: 'kube-proxy' | 'cilium';
  state: 'done' | 'current' | 'ahead';
};

/** What one node does in a step: where, how much of it is looked at, and the figure. */
export function LookupCell({ what: { place, isName, strip, tally }, side, state }: LookupCellProps) {
  const isDone = state !== 'ahead';
  const perMark = strip === null ? null : entriesOfMark(strip.count);
  return (
    <div className="min-w-0 py-1 pr-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span
          className={clsx(
            'min-w-0 truncate',
            isName ? 'mono' : 'text-small',
            state === 'current' ? 'font-semibold text-text' : isDone ? 'text-text' : 'text-muted',
          )}
        >
          {place}
        </span>
        <span
          className={clsx(
            'text-small',
            !isDone ? 'text-transparent' : side === 'cilium' ? 'text-accent-text' : 'text-muted',
          )}
        >
          {tally}
        </span>
      </div>
      {strip !== null && <EntryStrip strip={strip} side={side} isDone={isDone} />}
      {perMark !== null && <span className="text-label text-faint">a mark is {formatCount(perMark)}</span>}
    </div>
  );
}
