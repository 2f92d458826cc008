import { clsx } from 'clsx';
import { memo } from 'react';
import { backendLook } from '@/components/learn/backend/backend-kind';
import { letters } from '@/lib/learn/maglev/letters';
import { freeSlot } from '@/lib/learn/maglev/table-turns';

/** A table to be drawn slot by slot: a backend’s index for each slot, and what is marked in it. */
export type SlotsProps = {
  table: Uint8Array;
  /** Backends before, where it is shown what moved. */
  before: Uint8Array | null;
  /** What became of each slot, where that is shown. */
  changes: Uint8Array | null;
  /** The slot that is followed, or that was taken last; null for none. */
  marked: number | null;
  /** Slots that the last turn wished for in vain. */
  tried: readonly number[];
};

/** A table as cells, one a slot: letter, tint and pattern say whose it is. For tables small enough to read. */
export const SlotCells = memo(function SlotCells({ table, before, changes, marked, tried }: SlotsProps) {
  const height = table.length <= 251 ? 'h-9' : table.length <= 509 ? 'h-7' : 'h-5.5';
  return (
    <div className="grid grid-cols-18 gap-px @min-[38rem]:grid-cols-28">
      {Array.from(table, (backend, slot) => {
        const isFree = backend === freeSlot;
        const change = changes?.[slot] ?? 0;
        const look = isFree ? null : backendLook(backend);
        return (
          <span
            key={slot}
            title={titleOf(slot, backend, change > 0 ? (before?.[slot] ?? null) : null)}
            style={look?.style}
            data-change={change}
            className={clsx(
              'slot-ring relative grid place-items-center pb-1 font-mono text-label leading-none font-medium text-text',
              height,
              isFree ? 'bg-sunken' : 'backend-tint',
              slot === marked && 'z-2 outline-[2.5px] outline-offset-1 outline-accent',
              tried.includes(slot) && 'z-1 outline-2 -outline-offset-1 outline-text outline-dashed',
            )}
          >
            {isFree ? '' : letters[backend]}
            {look !== null && (
              <span {...look} className="backend-pattern absolute inset-x-[3px] bottom-[3px] h-1" />
            )}
          </span>
        );
      })}
    </div>
  );
});

function titleOf(slot: number, backend: number, was: number | null): string {
  if (backend === freeSlot) return `slot ${slot}: free`;
  return `slot ${slot}: ${was === null ? '' : `${letters[was] ?? ''} → `}${letters[backend] ?? ''}`;
}
