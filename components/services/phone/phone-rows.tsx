'use client';

import { clsx } from 'clsx';
import { NodeName } from '@/components/ui/node-name';
import { StateMark } from '@/components/ui/state-mark';
import { formatPlural } from '@/lib/format';
import { Address, shownAddress } from '../address';
import { backendMark } from '../backend-mark';
import { backendOfFrontend, type ChangedRows } from '../changed-rows';
import { frontendVerdict } from '../frontend-verdict';
import { manyAgents } from '../map/frontend-row';
import { characterWidth } from '../map/map-columns';
import type { BackendRow, FrontendRow } from '../map/block-rows';
import type { FoldedFrontend } from '../map/node-address-fold';
import { NodesCell } from '../nodes-cell';
import { shortPodName, targetText } from '../pod-name';
import { rem } from '../use-root-scale';
import { keepAboveSheet } from './keep-above-sheet';

type PhoneFrontendProps = {
  row: FrontendRow;
  /** Where the row's section begins, in the layout's pixels. */
  top: number;
  agents: number;
  selectedKey: string | null;
  onSelect: (key: string) => void;
  onToggleFold: (key: string) => void;
  changed: ChangedRows;
};

/** One address of a Service: the whole row is the target. */
export function PhoneFrontend({
  row,
  top,
  agents,
  selectedKey,
  onSelect,
  onToggleFold,
  changed,
}: PhoneFrontendProps) {
  const { view, row: folded, y } = row;
  const selected = view.key === selectedKey;
  return (
    <div
      className={clsx(
        'absolute inset-x-2 h-11 rounded-row',
        selected && 'bg-accent-soft',
        changed.frontends.has(view.key) && 'animate-changed',
      )}
      style={{ top: y - top }}
    >
      {selected && <span aria-hidden className="absolute inset-y-1 left-0 w-0.5 rounded-[1px] bg-accent" />}
      <button
        type="button"
        aria-pressed={selected}
        onClick={(event) => {
          keepAboveSheet(event.currentTarget);
          onSelect(view.key);
        }}
        className={clsx(
          'grid h-11 w-full items-center gap-2 px-2 text-left',
          agents < manyAgents ? 'grid-cols-[1fr_5.25rem_2.25rem]' : 'grid-cols-[1fr_5.25rem_3.25rem]',
          selected && 'font-medium text-accent-text',
        )}
      >
        <Address of={view} />
        <span className={clsx('text-small', !selected && 'text-muted')}>{view.type ?? '–'}</span>
        <span className="text-right text-label font-normal text-faint">
          <NodesCell verdict={frontendVerdict(view, agents)} />
        </span>
      </button>
      {folded.folds.length > 0 && <PhoneFoldButton folded={folded} onToggle={() => onToggleFold(view.key)} />}
    </div>
  );
}

/** Stands right behind the address, which is set in mono: its width is known. */
function PhoneFoldButton({
  folded: { view, folds, open },
  onToggle,
}: {
  folded: FoldedFrontend;
  onToggle: () => void;
}) {
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-label={`${open ? 'Fold' : 'Show'} ${formatPlural(folds.length, 'node address', 'node addresses')}`}
      onClick={onToggle}
      className="absolute inset-y-0 grid w-11 place-items-center"
      style={{ left: rem(shownAddress(view).address.length * characterWidth) }}
    >
      <span className="rounded-row border border-line px-1 text-[0.65625rem] leading-3.75 font-medium text-muted">
        {open ? '–' : `+${folds.length}`}
      </span>
    </button>
  );
}

/** One backend, below the addresses that lead to it. */
export function PhoneBackend({ row, top, changed }: { row: BackendRow; top: number; changed: ChangedRows }) {
  const { view, of, y } = row;
  const mark = backendMark(of, view);
  const { node } = view.target;
  return (
    <div
      className={clsx(
        'absolute right-4 left-9 grid h-6.5 grid-cols-[1fr_auto_3.5rem] items-center gap-2',
        changed.backends.has(backendOfFrontend(of.key, row.key)) && 'animate-changed',
      )}
      style={{ top: y - top }}
    >
      <span className={clsx('flex items-center gap-1.75', mark === 'leftover' && 'text-bad line-through')}>
        <StateMark mark={mark} />
        <Address of={{ ...view, scope: 'external' }} />
      </span>
      <span className="truncate text-label font-normal text-faint" title={targetText(view.target)}>
        {view.target.kind === 'unknown' ? '' : shortPodName(view.target)}
      </span>
      <span className="truncate text-right text-label font-normal text-muted">
        {node !== null ? (
          <NodeName name={node} form="short" className="text-label" />
        ) : mark === 'leftover' ? (
          <span className="text-bad">no pod</span>
        ) : (
          'outside'
        )}
      </span>
    </div>
  );
}
