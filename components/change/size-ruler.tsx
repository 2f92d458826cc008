'use client';

import { clsx } from 'clsx';
import type { Release } from '@/lib/cilium/agent-version';
import { maglevMemory } from '@/lib/cilium/maglev/table-memory';
import { backendsForTableSize } from '@/lib/cilium/maglev/table-size';
import { formatBytes, formatCount, formatPlural } from '@/lib/format';
import { RuleMark } from './rule-mark';
import type { ControlProps } from './setting-choices';
import type { OutsideServices } from './use-outside-services';

type SizeRulerProps = ControlProps & {
  version: Release;
  /** The frontends that have a table each; null while none is known. */
  outside: OutsideServices | null;
};

/** Memory from which a size is heavy for an agent, in bytes. */
const heavyBytes = 200e6;

const heads = ['slots', 'backends up to', 'map per frontend', 'agent scratch'];

/** A size without a fraction that nobody needs, so that ten of them stand beside each other. */
function shortBytes(bytes: number): string {
  return formatBytes(bytes).replace(/(\d{2,})\.\d/, '$1');
}

/** The sizes a table may have, with what each serves and costs; what is too small for the largest Service is struck out. */
export function SizeRuler({ setting, value, onValue, version, outside }: SizeRulerProps) {
  return (
    <fieldset className="min-w-0 text-small">
      <legend className="sr-only">{setting.title}</legend>
      <div className="grid max-desk:gap-px desk:grid-cols-[7rem_repeat(10,minmax(0,1fr))]">
        <div
          aria-hidden
          className="leading-5 text-muted max-desk:grid max-desk:grid-cols-4 max-desk:gap-x-2 max-desk:px-2 max-desk:text-right max-desk:leading-4 desk:pt-0.5"
        >
          {heads.map((head) => (
            <div key={head}>{head}</div>
          ))}
        </div>
        {(setting.choices ?? []).map(({ value: size }) => {
          const backends = backendsForTableSize(Number(size));
          const memory = maglevMemory(version, Number(size), 1, 0);
          const isChosen = size === value;
          const isSmall = outside !== null && backends < outside.largest.backends;
          const isHeavy = memory.agentBytes > heavyBytes;
          return (
            <label
              key={size}
              className={clsx(
                'cursor-pointer border-line leading-5 has-focus-visible:outline-2 has-focus-visible:outline-accent',
                'max-desk:grid max-desk:min-h-11 max-desk:grid-cols-4 max-desk:items-center max-desk:gap-x-2 max-desk:border-l-2 max-desk:px-2 max-desk:text-right',
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
                <span className="sr-only"> slots,</span>
              </span>
              <span className={clsx('block', !isChosen && 'text-muted', isSmall && 'line-through')}>
                {formatCount(backends)}
                <span className="sr-only"> backends{isSmall && ', too few here'},</span>
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
      {outside !== null && <SizeVerdict size={value} version={version} outside={outside} />}
    </fieldset>
  );
}

/** Whether the chosen size is enough for the largest Service, and what it takes on this cluster. */
function SizeVerdict({
  size,
  version,
  outside,
}: {
  size: string;
  version: Release;
  outside: OutsideServices;
}) {
  const { count, largest } = outside;
  const slots = Number(size);
  const isKnown = Number.isInteger(slots) && slots > 0;
  const isEnough = isKnown && backendsForTableSize(slots) >= largest.backends;
  const memory = isKnown ? maglevMemory(version, slots, count, largest.backends) : null;
  return (
    <p className="mt-2 flex gap-2 text-pretty text-muted">
      <RuleMark verdict={isEnough ? 'pass' : 'warn'} bare />
      <span className="min-w-0 wrap-anywhere">
        The largest Service from outside, <b className="font-medium text-text">{largest.name}</b>, has{' '}
        <b className="font-medium text-text">{formatPlural(largest.backends, 'backend')}</b>
        {isEnough ? '' : ', too many for this table'}; a table should have more than a hundred slots for each.
        {memory !== null && (
          <>
            {' '}
            With {size}, {formatPlural(count, 'frontend')} from outside {count === 1 ? 'takes' : 'take'}{' '}
            <b className="font-medium text-text">{shortBytes(memory.kernelBytes)}</b> of kernel memory on each
            node. Scratch is what the agent needs while it computes. Struck out: too small.
          </>
        )}
      </span>
    </p>
  );
}
