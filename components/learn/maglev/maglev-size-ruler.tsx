'use client';

import { clsx } from 'clsx';
import { maglevMemory } from '@/lib/cilium/maglev/table-memory';
import { backendsForTableSize, maglevTableSizes } from '@/lib/cilium/maglev/table-size';
import { formatCount } from '@/lib/format';
import type { MaglevParameters } from '@/lib/learn/maglev/maglev-state';
import { releaseOf } from '@/lib/learn/maglev/maglev-tables';
import type { ClusterTables } from './cluster-tables';
import { shortBytes } from './short-bytes';
import type { MovesBySize } from './use-maglev-answer';

type MaglevSizeRulerProps = {
  parameters: MaglevParameters;
  moves: MovesBySize;
  cluster: ClusterTables | null;
  onSize: (size: MaglevParameters['size']) => void;
};

/** Memory from which a size is heavy for an agent, in bytes. */
const heavyBytes = 200e6;

/** The ten sizes, with what each is good for and costs; too small a one is struck out. */
export function MaglevSizeRuler({ parameters, moves, cluster, onSize }: MaglevSizeRulerProps) {
  const { size: chosen, minor, before } = parameters;
  const most = Math.max(before.length, cluster?.largest.backends ?? 0);
  return (
    <fieldset className="min-w-0 text-small">
      <legend className="sr-only">Table size</legend>
      <div className="grid @max-[60rem]:gap-px @min-[60rem]:grid-cols-[9.5rem_repeat(10,minmax(0,1fr))]">
        <div
          aria-hidden
          className="leading-5 text-muted @max-[60rem]:grid @max-[60rem]:grid-cols-5 @max-[60rem]:gap-x-2 @max-[60rem]:px-2 @max-[60rem]:pb-1 @max-[60rem]:text-right @max-[60rem]:leading-4 @min-[60rem]:pt-0.5"
        >
          <div>slots, M</div>
          <div>backends up to</div>
          <div>needless moves, average</div>
          <div>map per frontend</div>
          <div>agent scratch</div>
        </div>
        {maglevTableSizes.map((size) => {
          const memory = maglevMemory(releaseOf(minor), size, 1, 0);
          const isChosen = size === chosen;
          const isSmall = backendsForTableSize(size) < most;
          const isHeavy = memory.agentBytes > heavyBytes;
          const moved = moves.get(size);
          return (
            <label
              key={size}
              className={clsx(
                'cursor-pointer border-line text-right leading-5 has-focus-visible:outline-2 has-focus-visible:outline-accent',
                '@max-[60rem]:grid @max-[60rem]:min-h-11 @max-[60rem]:grid-cols-5 @max-[60rem]:items-center @max-[60rem]:gap-x-2 @max-[60rem]:border-t @max-[60rem]:border-l-2 @max-[60rem]:px-2',
                '@min-[60rem]:border-t-2 @min-[60rem]:border-l @min-[60rem]:pt-0.5 @min-[60rem]:pr-2',
                isChosen
                  ? 'bg-accent-soft font-medium text-accent-text @max-[60rem]:border-l-accent @min-[60rem]:border-t-accent'
                  : 'hover:bg-surface @max-[60rem]:border-l-transparent @min-[60rem]:border-t-transparent',
              )}
            >
              <input
                type="radio"
                name="maglev-size"
                className="sr-only"
                checked={isChosen}
                onChange={() => onSize(size)}
              />
              <span className={clsx('mono block', isChosen && 'font-semibold', isSmall && 'line-through')}>
                {size}
                <span className="sr-only"> slots,</span>
              </span>
              <span className={clsx('block', !isChosen && 'text-muted', isSmall && 'line-through')}>
                {formatCount(backendsForTableSize(size))}
                <span className="sr-only"> backends{isSmall && ', too few here'},</span>
              </span>
              <span className={clsx('block', !isChosen && 'text-muted')}>
                {moved === undefined ? '…' : moved === null ? '–' : `${moved.toFixed(2)}%`}
                <span className="sr-only"> moved needlessly,</span>
              </span>
              <span className={clsx('block', !isChosen && 'text-muted')}>
                {shortBytes(memory.tableBytes)}
                <span className="sr-only"> a frontend,</span>
              </span>
              <span className={clsx('block', isHeavy ? 'font-medium text-warn' : !isChosen && 'text-muted')}>
                {shortBytes(memory.agentBytes)}
                <span className="sr-only"> in the agent</span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
