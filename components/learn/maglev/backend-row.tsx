import { clsx } from 'clsx';
import { Minus, Plus } from 'lucide-react';
import { backendLook } from '@/components/learn/backend/backend-kind';
import { BackendLetter } from '@/components/learn/backend/backend-letter';
import { IconButton } from '@/components/ui/button';
import { formatCount } from '@/lib/format';
import { letters } from '@/lib/learn/maglev/letters';
import { WeightStepper } from './weight-stepper';

/** One backend of the list: what there was, what it has now, and what can be done with it. */
export type BackendRowProps = {
  index: number;
  address: string;
  /** Null where it is removed. */
  weight: number | null;
  isNew: boolean;
  slots: number;
  size: number;
  /** The most slots of any backend: its bar is full. */
  most: number;
  /** What its weight would give it to the slot. */
  fairSlots: number;
  /** False for the last one: a table has at least one backend. */
  canGo: boolean;
  onWeight: (weight: number) => void;
  onRemove: () => void;
  onAdd: () => void;
};

/** A backend: its weight, its share of the table, and whether it is there. */
export function BackendRow(props: BackendRowProps) {
  const { index, address, weight, isNew, slots, size, most, fairSlots, canGo } = props;
  const letter = letters[index] ?? '';
  const isGone = weight === null;
  const look = backendLook(index);
  return (
    <li
      className={clsx(
        'grid min-h-8 items-center gap-x-2 border-t border-line',
        'grid-cols-[1.25rem_minmax(0,1fr)_auto_auto] desk:grid-cols-[1.25rem_7.5rem_4.75rem_minmax(2rem,1fr)_5.25rem_1.75rem]',
      )}
    >
      <BackendLetter index={index} letter={letter} isGone={isGone} />
      <code className={clsx('mono truncate', isGone && 'text-muted line-through')} title={address}>
        {address}
      </code>
      <span className="max-desk:order-5 max-desk:col-start-2">
        {isGone ? (
          <span className="text-muted max-desk:text-small">removed</span>
        ) : (
          <WeightStepper letter={letter} weight={weight} onWeight={props.onWeight} />
        )}
      </span>
      <span aria-hidden className="relative h-2.5 max-desk:order-6 max-desk:col-span-2">
        {!isGone && most > 0 && (
          <>
            <span
              style={{ ...look.style, width: `${(slots / most) * 100}%` }}
              className="backend-tint absolute inset-y-0 left-0"
            >
              <span {...look} className="backend-pattern absolute inset-0 border border-(--c)" />
            </span>
            <span
              style={{ left: `${Math.min((fairSlots / most) * 100, 100)}%` }}
              title={`fair share: ${fairSlots.toFixed(1)} slots`}
              className="absolute -inset-y-0.5 w-0.5 -translate-x-1/2 bg-text"
            />
          </>
        )}
      </span>
      <span className="text-right whitespace-nowrap">
        {isGone ? (
          '0'
        ) : (
          <>
            <b className="font-semibold">{formatCount(slots)}</b>{' '}
            <span className="text-muted">{((slots / size) * 100).toFixed(1)}%</span>
          </>
        )}
        {isNew && <span className="sr-only">, new</span>}
      </span>
      {isGone ? (
        <IconButton label={`Add ${letter} again`} onClick={props.onAdd} className="desk:size-7">
          <Plus aria-hidden size={14} />
        </IconButton>
      ) : (
        <IconButton
          label={canGo ? `Remove ${letter}` : 'The last backend stays: an empty table has no slots'}
          disabled={!canGo}
          onClick={props.onRemove}
          className="disabled:opacity-40 desk:size-7"
        >
          <Minus aria-hidden size={14} />
        </IconButton>
      )}
    </li>
  );
}
