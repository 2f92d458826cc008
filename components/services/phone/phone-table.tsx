'use client';

import { clsx } from 'clsx';
import { useMemo, useRef } from 'react';
import { NodeName } from '@/components/ui/node-name';
import { Address } from '../address';
import type { ChangedRows } from '../changed-rows';
import type { SortOrder } from '../filter/services-url';
import { frontendVerdict, nodeVerdict } from '../frontend-verdict';

import { visibleRange } from '../map/visible-range';
import { NodesCell } from '../nodes-cell';
import type { HideableColumn } from '../table/hideable-columns';
import { sortRows } from '../table/row-order';
import { ServiceName } from '../table/service-name';
import { StatesCell, VerdictMark } from '../table/table-cells';
import { tableRows, type TableRow } from '../table/table-row';
import { keepAboveSheet } from './keep-above-sheet';
import { usePageBand } from './use-page-band';
import type { RowGroup } from '../group/row-group';

const rowHeight = 44;
const serviceHeight = 36;
const mostNodes = 2;

type PhoneTableProps = {
  groups: readonly RowGroup[];
  nodes: readonly string[];
  answering: ReadonlySet<string>;
  sort: SortOrder;
  /** Columns the reader does without. */
  hide: readonly HideableColumn[];
  selectedKey: string | null;
  onSelect: (key: string) => void;
  changed: ChangedRows;
};

type PlacedRow = { y: number; height: number; row: TableRow; first: boolean };

/** The table on a phone: address, counts, and what each node says, under one head. */
export function PhoneTable(props: PhoneTableProps) {
  const { groups, nodes, answering, sort, hide, selectedKey, onSelect, changed } = props;
  const ref = useRef<HTMLDivElement>(null);
  const band = usePageBand(ref);
  const { rows, height } = useMemo(() => place(sortRows(tableRows(groups), sort)), [groups, sort]);
  const { start, end } = visibleRange(rows, band.top, band.bottom);
  const columns = nodes.length <= mostNodes && !hide.includes('nodes') ? nodes : [];
  const counted = nodes.length > mostNodes && !hide.includes('nodes');
  return (
    <div className="min-w-0 flex-1 pb-75">
      <div className="label sticky top-(--bar) z-2 flex h-8 items-center border-b border-line bg-bg px-4">
        <span className="flex-1">Frontend</span>
        {columns.map((node) => (
          <span key={node} className="w-12 text-center">
            <NodeName name={node} form="short" className="text-label" />
          </span>
        ))}
        {counted && <span className="w-12 text-center">Nodes</span>}
      </div>
      <div ref={ref} className="relative" style={{ height }}>
        {rows.slice(start, end).map(({ y, height: tall, row, first }) => (
          <div
            key={row.key}
            className={clsx('absolute inset-x-0', first && y > 0 && 'border-t border-line')}
            style={{ top: y, height: tall }}
          >
            {first && (
              <h2 className="truncate px-4 pt-2 leading-7">
                <ServiceName owner={row.owner} shown />
              </h2>
            )}
            <button
              type="button"
              data-frontend={row.key}
              aria-pressed={row.key === selectedKey}
              onClick={(event) => {
                keepAboveSheet(event.currentTarget);
                onSelect(row.key);
              }}
              className={clsx(
                'flex h-11 w-full items-center px-4 text-left',
                row.key === selectedKey &&
                  'bg-accent-soft font-medium text-accent-text shadow-[inset_2px_0_0_var(--accent)]',
                changed.frontends.has(row.key) && 'animate-changed',
              )}
            >
              <span className="flex-1">
                <Address of={row.view} />
              </span>
              {!hide.includes('problem') && (
                <span className="pr-2 text-text">
                  <StatesCell row={row} />
                </span>
              )}
              {columns.map((node) => (
                <span key={node} className="w-12">
                  <VerdictMark verdict={nodeVerdict(row.view, node, answering.has(node))} node={node} />
                </span>
              ))}
              {counted && (
                <span className="w-12 text-center text-label font-normal text-faint">
                  <NodesCell verdict={frontendVerdict(row.view, answering.size)} />
                </span>
              )}
            </button>
          </div>
        ))}
      </div>
    </div>
  );
}

function place(rows: readonly TableRow[]): { rows: PlacedRow[]; height: number } {
  let y = 0;
  const placed = rows.map((row, index): PlacedRow => {
    const previous = rows[index - 1]?.owner;
    const first = previous?.name !== row.owner.name || previous.namespace !== row.owner.namespace;
    const height = rowHeight + (first ? serviceHeight : 0);
    y += height;
    return { y: y - height, height, row, first };
  });
  return { rows: placed, height: y };
}
