'use client';

import { clsx } from 'clsx';
import { memo } from 'react';
import { formatPlural } from '@/lib/format';
import { Address } from '../address';
import { frontendVerdict } from '../frontend-verdict';
import { NodesCell } from '../nodes-cell';
import { rem } from '../use-root-scale';
import type { FrontendRow } from './block-rows';

/** From so many agents on, `100/100` needs more room than `2/2`. */
export const manyAgents = 100;

/** What every row of the map looks like before it has a place. Nothing of a row reaches out of it: it is laid out alone. */
export const rowClass = 'absolute contain-content grid h-6 items-center rounded-row outline-offset-[-2px]';

/** The tint of a row that is not selected: a selected one keeps its own under the pointer. */
export function rowTint(lit: boolean): string {
  return lit ? 'bg-row-hover' : 'hover:bg-row-hover';
}

type FrontendRowProps = {
  row: FrontendRow;
  agents: number;
  left: number;
  width: number;
  selected: boolean;
  lit: boolean;
  changed: boolean;
  focusable: boolean;
  onToggleFold: (key: string) => void;
};

/** One frontend of the map. Events are heard by the map, by `data-frontend`. */
export const FrontendRowView = memo(function FrontendRowView({
  row: { view, block, first, row, y },
  agents,
  left,
  width,
  selected,
  lit,
  changed,
  focusable,
  onToggleFold,
}: FrontendRowProps) {
  const verdict = frontendVerdict(view, agents);
  return (
    <div
      role="row"
      aria-selected={selected}
      data-frontend={view.key}
      data-block={block.id}
      tabIndex={focusable ? 0 : -1}
      className={clsx(
        rowClass,
        'group cursor-pointer pl-2.5',
        agents < manyAgents ? 'grid-cols-[7rem_1fr_5.25rem_2.25rem]' : 'grid-cols-[7rem_1fr_5.25rem_3.5rem]',
        selected ? 'bg-accent-soft' : rowTint(lit),
        changed && 'animate-changed',
      )}
      style={{ top: rem(y), left: rem(left - 2), width: rem(width + 2) }}
    >
      {selected && <span aria-hidden className="absolute inset-y-1 left-0 w-0.5 rounded-[1px] bg-accent" />}
      <span role="gridcell" className="truncate pr-2" title={`${block.namespace}/${block.name}`}>
        <span className={clsx('font-medium', !first && 'sr-only')}>{block.name || 'not in the API'}</span>
        {first && block.kind === 'pod' && <span className="text-label font-normal text-faint"> pod</span>}
      </span>
      <span role="gridcell" className={clsx('flex items-center', selected && 'font-medium text-accent-text')}>
        <Address of={view} />
        {row.folds.length > 0 && (
          <FoldButton row={row} focusable={focusable} onToggle={() => onToggleFold(view.key)} />
        )}
      </span>
      <span role="gridcell" className={clsx('text-small', selected ? 'text-accent-text' : 'text-muted')}>
        {view.type ?? '–'}
      </span>
      <span role="gridcell" className="pr-2 text-right text-label font-normal text-faint">
        <NodesCell verdict={verdict} />
      </span>
    </div>
  );
});

type FoldButtonProps = {
  row: FrontendRow['row'];
  /** Tab leads from a row that can have the keyboard to its button. */
  focusable: boolean;
  onToggle: () => void;
};

function FoldButton({ row: { folds, open }, focusable, onToggle }: FoldButtonProps) {
  const what = formatPlural(folds.length, 'node address', 'node addresses');
  const label = open ? `Fold ${what}` : `Show ${what}`;
  const worse = !open && folds.some(({ problems }) => problems.length > 0);
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-label={label}
      title={label}
      tabIndex={focusable ? 0 : -1}
      onClick={onToggle}
      className={clsx(
        'ml-1.75 rounded-row border px-1 font-sans text-[0.65625rem] leading-3.75 font-medium hover:border-line-strong hover:text-text',
        worse ? 'border-bad/45 text-bad' : 'border-line text-muted',
        open && 'opacity-0 group-hover:opacity-100 group-focus-within:opacity-100',
      )}
    >
      {open ? '–' : `+${folds.length}`}
    </button>
  );
}
