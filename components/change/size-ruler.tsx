'use client';

import { clsx } from 'clsx';
import { backendsForTableSize } from '@/lib/cilium/maglev/table-size';
import { maglevMemory } from '@/lib/cilium/maglev/table-memory';
import type { Release } from '@/lib/cilium/agent-version';
import { formatBytes, formatCount } from '@/lib/format';
import type { ControlProps } from './setting-choices';

type SizeRulerProps = ControlProps & {
  version: Release;
  /** The most backends of one frontend from outside; null while it is not known. */
  largest: number | null;
};

/** Memory from which a size is heavy for an agent, in bytes. */
const heavyBytes = 200e6;

/** The sizes a table may have, with what each serves and costs; what is too small for the largest Service is struck out. */
export function SizeRuler({ setting, value, onValue, version, largest }: SizeRulerProps) {
  return (
    <fieldset className="min-w-0 text-small">
      <legend className="sr-only">{setting.title}</legend>
      <div className="grid max-desk:gap-px desk:grid-cols-[6.75rem_repeat(10,minmax(0,1fr))]">
        <div aria-hidden className="hidden pt-0.5 leading-5 text-muted desk:block">
          <div>slots</div>
          <div>backends up to</div>
          <div>a frontend</div>
          <div>the agent</div>
        </div>
        {(setting.choices ?? []).map(({ value: size }) => {
          const slots = Number(size);
          const backends = backendsForTableSize(slots);
          const memory = maglevMemory(version, slots, 1, 0);
          const isChosen = size === value;
          const isSmall = largest !== null && backends < largest;
          return (
            <label
              key={size}
              className={clsx(
                'cursor-pointer border-line leading-5 has-focus-visible:outline-2 has-focus-visible:outline-accent',
                'max-desk:grid max-desk:grid-cols-4 max-desk:border-l-2 max-desk:px-2 max-desk:py-1.5 max-desk:text-right',
                'desk:border-t-2 desk:border-l desk:pt-0.5 desk:pr-1.5 desk:text-right',
                isChosen
                  ? 'bg-accent-soft text-accent-text desk:border-t-accent max-desk:border-l-accent'
                  : 'hover:bg-surface desk:border-t-transparent',
              )}
            >
              <input
                type="radio"
                name={setting.key}
                className="sr-only"
                checked={isChosen}
                onChange={() => onValue(size)}
              />
              <span className={clsx('mono block', isChosen && 'font-semibold', isSmall && 'line-through')}>
                {size}
              </span>
              <span className={clsx('block', !isChosen && 'text-muted', isSmall && 'line-through')}>
                <span className="sr-only">serves </span>
                {formatCount(backends)}
                <span className="sr-only"> backends</span>
              </span>
              <span className={clsx('block', !isChosen && 'text-muted')}>
                {formatBytes(memory.tableBytes)}
              </span>
              <span
                className={clsx(
                  'block',
                  memory.agentBytes > heavyBytes ? 'text-warn' : !isChosen && 'text-muted',
                )}
              >
                {formatBytes(memory.agentBytes)}
              </span>
            </label>
          );
        })}
      </div>
      {largest !== null && (
        <p className="mt-2 text-muted">
          The largest Service from outside has {formatCount(largest)} {largest === 1 ? 'backend' : 'backends'}
          ; a table should have more than a hundred slots for each. Struck out: too small. Memory is for one
          frontend in the kernel, and for the agent while it computes.
        </p>
      )}
    </fieldset>
  );
}
