'use client';

import { clsx } from 'clsx';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { NodeName } from '@/components/ui/node-name';
import { StateMark } from '@/components/ui/state-mark';
import { formatPlural } from '@/lib/format';
import { Address } from '../address';
import { backendMark } from '../backend-mark';
import { backendOfFrontend, type ChangedRows } from '../changed-rows';
import { frontendVerdict } from '../frontend-verdict';
import {
  layoutMap,
  type BackendRow,
  type FrontendRow,
  type HeadRow,
  type RowMetrics,
} from '../map/map-layout';
import { namespaceTitle } from '../map/namespace-head';
import type { NamespaceGroup } from '../map/service-block';
import { visibleRange } from '../map/visible-range';
import { NodesCell } from '../nodes-cell';
import { shortPodName, targetText } from '../pod-name';
import { keepAboveSheet } from './keep-above-sheet';
import { usePageBand } from './use-page-band';

/** One list under the other; what can be tapped is 44 high. */
const metrics: RowMetrics = {
  arrangement: 'stacked',
  head: 44,
  service: 26,
  frontend: 44,
  backend: 26,
  blockPadding: 8,
  blockGap: 0,
  listGap: 2,
  namespaceGap: 0,
};

type PhoneListProps = {
  groups: readonly NamespaceGroup[];
  agents: number;
  closed: readonly string[];
  onToggleNamespace: (namespace: string) => void;
  isFoldOpen: (key: string) => boolean;
  onToggleFold: (key: string) => void;
  selectedKey: string | null;
  onSelect: (key: string) => void;
  changed: ChangedRows;
};

/** The map on a phone: each Service with its addresses, then its backends; no links. */
export function PhoneList(props: PhoneListProps) {
  const { groups, closed, isFoldOpen } = props;
  const ref = useRef<HTMLDivElement>(null);
  const band = usePageBand(ref);
  const layout = useMemo(
    () => layoutMap(groups, isFoldOpen, (namespace) => closed.includes(namespace), metrics),
    [groups, closed, isFoldOpen],
  );
  const inBand = <Row extends { y: number }>(rows: readonly Row[], height: number) => {
    const { start, end } = visibleRange(rows, band.top, band.bottom, height);
    return rows.slice(start, end);
  };
  const blocks = inBand(layout.blocks, 100_000);
  const frontends = inBand(layout.frontends, metrics.frontend);
  const backends = inBand(layout.backends, metrics.backend);
  const empties = inBand(layout.empties, metrics.backend);

  return (
    <div ref={ref} className="min-w-0 flex-1 pb-75">
      {layout.heads.map((head, index) => {
        const top = head.y;
        const bottom = layout.heads[index + 1]?.y ?? layout.height;
        const within = (row: { y: number }) => row.y >= top && row.y < bottom;
        return (
          <section
            key={head.group.namespace}
            aria-label={namespaceTitle(head.group.namespace)}
            className="relative"
            style={{ height: bottom - top }}
          >
            <PhoneHead head={head} onToggle={props.onToggleNamespace} />
            {blocks.filter(within).map(({ block, y, height }) => (
              <div
                key={block.id}
                className="absolute inset-x-4 border-b border-line"
                style={{ top: y - top, height }}
              >
                <h3 className="truncate pt-2 leading-6.5 font-semibold">
                  {block.name || 'not in the API'}
                  {block.kind === 'pod' && <span className="text-label font-normal text-faint"> pod</span>}
                </h3>
                <span
                  aria-hidden
                  className="absolute left-1.5 w-px bg-line-strong"
                  style={{
                    bottom: metrics.blockPadding,
                    height: Math.max(1, block.backends.length) * metrics.backend,
                  }}
                />
              </div>
            ))}
            {frontends.filter(within).map((row) => (
              <PhoneFrontend key={row.view.key} row={row} top={top} {...props} />
            ))}
            {backends.filter(within).map((row) => (
              <PhoneBackend key={`${row.block.id} ${row.key}`} row={row} top={top} changed={props.changed} />
            ))}
            {empties.filter(within).map(({ y, block }) => (
              <p
                key={block.id}
                className="absolute left-9 text-small leading-6.5 text-faint"
                style={{ top: y - top }}
              >
                no backends
              </p>
            ))}
          </section>
        );
      })}
    </div>
  );
}

function PhoneHead({ head, onToggle }: { head: HeadRow; onToggle: (namespace: string) => void }) {
  const { group, collapsed } = head;
  const Chevron = collapsed ? ChevronRight : ChevronDown;
  return (
    <h2 className="sticky top-(--bar) z-2 border-b border-line bg-bg text-small font-semibold">
      <button
        type="button"
        aria-expanded={!collapsed}
        onClick={() => onToggle(group.namespace)}
        className="flex h-11 w-full items-center gap-1.5 px-3.5 text-left"
      >
        <Chevron aria-hidden size={12} strokeWidth={1.8} className="text-faint" />
        {namespaceTitle(group.namespace)}
        <span className="ml-1 text-label font-normal text-faint">
          {formatPlural(group.blocks.filter(({ kind }) => kind === 'service').length, 'Service')}
        </span>
      </button>
    </h2>
  );
}

type PhoneFrontendProps = Pick<
  PhoneListProps,
  'agents' | 'selectedKey' | 'onSelect' | 'onToggleFold' | 'changed'
> & {
  row: FrontendRow;
  top: number;
};

function PhoneFrontend({
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
        'absolute inset-x-2 flex h-11 items-center rounded-row',
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
          'grid h-11 min-w-0 flex-1 grid-cols-[1fr_auto] items-center gap-2 pl-2 text-left',
          selected && 'font-medium text-accent-text',
        )}
      >
        <Address of={view} />
        <span className={clsx('w-21 text-small', !selected && 'text-muted')}>{view.type ?? '–'}</span>
      </button>
      {folded.folds.length > 0 && (
        <button
          type="button"
          aria-expanded={folded.open}
          aria-label={`${folded.open ? 'Fold' : 'Show'} ${formatPlural(folded.folds.length, 'node address', 'node addresses')}`}
          onClick={() => onToggleFold(view.key)}
          className="grid h-11 w-11 place-items-center"
        >
          <span className="rounded-row border border-line px-1 text-[0.65625rem] leading-3.75 font-medium text-muted">
            {folded.open ? '–' : `+${folded.folds.length}`}
          </span>
        </button>
      )}
      <span className="w-9 pr-2 text-right text-label font-normal text-faint">
        <NodesCell verdict={frontendVerdict(view, agents)} />
      </span>
    </div>
  );
}

function PhoneBackend({ row, top, changed }: { row: BackendRow; top: number; changed: ChangedRows }) {
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
