'use client';

import { useTable } from '@tanstack/react-table';
import { clsx } from 'clsx';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { ChangedRows } from '../changed-rows';
import type { SortOrder } from '../filter/services-url';
import { drawnBand, useMapView } from '../map/use-map-view';

import { isOnControl, usePageKeys } from '../use-page-keys';
import { rem, useRootScale } from '../use-root-scale';
import { columnWidths, isLeftOut, roomForBackends } from './column-widths';
import type { HideableColumn } from './hideable-columns';
import { features, tableColumns } from './table-columns';
import { TableLegend } from './table-legend';
import { inFrozenOrder, tableRows } from './table-row';
import { ServiceName } from './service-name';
import { useRowCursor } from './use-row-cursor';
import type { RowGroup } from '../group/row-group';

const rowHeight = 26;
const headHeight = 32;
const sortable: ReadonlySet<string> = new Set([
  'service',
  'address',
  'type',
  'problem',
  'backends',
  'changed',
]);

type ServicesTableProps = {
  groups: readonly RowGroup[];
  nodes: readonly string[];
  answering: ReadonlySet<string>;
  sort: SortOrder;
  /** Columns the reader does without. */
  hide: readonly HideableColumn[];
  onSort: (sort: SortOrder) => void;
  selectedKey: string | null;
  onSelect: (key: string) => void;
  onCopy: (key: string) => void;
  changed: ChangedRows;
};

/** The same frontends, one a row, in any order. */
export function ServicesTable(props: ServicesTableProps) {
  const { groups, nodes, answering, sort, hide, onSort, selectedKey, onSelect, onCopy, changed } = props;
  const scrollerRef = useRef<HTMLDivElement>(null);
  const scale = useRootScale();
  const view = useMapView(scrollerRef, scale);
  const [frozen, setFrozen] = useState<string[] | null>(null);
  const data = useMemo(() => tableRows(groups), [groups]);
  const widths = useMemo(
    () => columnWidths(nodes.length, data, view.width, selectedKey !== null, hide),
    [nodes, data, view.width, selectedKey, hide],
  );
  const backendsRoom = roomForBackends(view.width, widths);
  const columns = useMemo(
    () => tableColumns(nodes, answering, backendsRoom),
    [nodes, answering, backendsRoom],
  );
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map(({ id = '' }) => [id, !isLeftOut(id, widths)])),
    [columns, widths],
  );
  const table = useTable({
    features,
    columns,
    data,
    getRowId: ({ key }) => key,
    state: { sorting: [{ id: sort.by, desc: sort.descending }], columnVisibility },
    onSortingChange: () => undefined,
    onColumnVisibilityChange: () => undefined,
  });
  const shownColumns = table.getVisibleLeafColumns();
  const rows = inFrozenOrder(table.getRowModel().rows, frozen);
  const keys = rows.map(({ id }) => id);
  const { cursor, moveTo, onKey } = useRowCursor(keys, scrollerRef, rowHeight * scale, headHeight * scale);

  usePageKeys((event) => {
    const key = cursor ?? selectedKey;
    if (event.key === 'Enter' && key !== null && !isOnControl(event)) {
      onSelect(key);
      return true;
    }
    if (event.key.toLowerCase() === 'c' && key !== null) {
      onCopy(key);
      return true;
    }
    return onKey(event);
  });

  const { top, bottom } = drawnBand(view);
  const start = Math.max(0, Math.floor(top / rowHeight));
  const end = Math.min(rows.length, Math.ceil(bottom / rowHeight));
  const tabKey = cursor ?? selectedKey ?? keys[0];

  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div
        ref={scrollerRef}
        className="min-h-0 flex-1 overflow-auto [overflow-anchor:none] [scrollbar-width:thin]"
      >
        <table
          role="grid"
          aria-label="Frontends"
          aria-rowcount={rows.length + 1}
          className="w-full table-fixed border-separate border-spacing-0"
          style={{ minWidth: rem(widths.total) }}
        >
          <colgroup>
            {shownColumns.map(({ id }) => (
              <col key={id} style={{ width: widths.of(id) === null ? undefined : rem(widths.of(id) ?? 0) }} />
            ))}
          </colgroup>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id} aria-rowindex={1}>
                {group.headers.map((header) => (
                  <th
                    key={header.id}
                    scope="col"
                    aria-sort={ariaSort(header.column.id, sort)}
                    className={clsx(
                      'label sticky top-0 z-2 h-8 border-b border-line bg-bg font-medium whitespace-nowrap first:pl-6 last:pr-6',
                      header.column.id.startsWith('node') ? 'px-1 text-center' : 'px-3',
                      header.column.id === 'changed' && 'text-right',
                      isPlain(header.column.id) && 'text-left',
                    )}
                  >
                    {sortable.has(header.column.id) ? (
                      <SortButton id={header.column.id} sort={sort} onSort={onSort}>
                        <table.FlexRender header={header} />
                      </SortButton>
                    ) : (
                      <table.FlexRender header={header} />
                    )}
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody
            onPointerEnter={() => setFrozen(keys)}
            onPointerLeave={() => setFrozen(null)}
            onClick={(event) => {
              const row = event.target instanceof Element ? event.target.closest('tr') : null;
              const key = row?.dataset['frontend'];
              if (key !== undefined) {
                moveTo(key, false);
                onSelect(key);
              }
            }}
          >
            <Spacer rows={start} columns={shownColumns.length} />
            {rows.slice(start, end).map((row, offset) => {
              const index = start + offset;
              const previous = rows[index - 1]?.original.owner;
              const { owner } = row.original;
              const first =
                index === 0 || previous?.name !== owner.name || previous.namespace !== owner.namespace;
              const selected = row.id === selectedKey;
              return (
                <tr
                  key={row.id}
                  data-frontend={row.id}
                  aria-rowindex={index + 2}
                  aria-selected={selected}
                  tabIndex={row.id === tabKey ? 0 : -1}
                  onFocus={() => moveTo(row.id, false)}
                  className={clsx(
                    'h-6.5 cursor-pointer outline-offset-[-2px]',
                    selected ? 'bg-accent-soft' : 'hover:bg-row-hover',
                    changed.frontends.has(row.id) && 'animate-changed',
                  )}
                >
                  {row.getVisibleCells().map((cell) => (
                    <td
                      key={cell.id}
                      className={clsx(
                        'h-6.5 overflow-hidden py-0 text-ellipsis whitespace-nowrap first:pl-6 last:pr-6',
                        !cell.column.id.startsWith('node') && 'px-3',
                        first && index > 0 && 'border-t border-line',
                        cellLook(cell.column.id, selected),
                      )}
                    >
                      {cell.column.id === 'service' ? (
                        <ServiceName owner={owner} shown={first} />
                      ) : (
                        <table.FlexRender cell={cell} />
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
            <Spacer rows={rows.length - end} columns={shownColumns.length} />
          </tbody>
        </table>
      </div>
      <TableLegend />
    </div>
  );
}

function isPlain(id: string): boolean {
  return id !== 'changed' && !id.startsWith('node');
}

function cellLook(id: string, selected: boolean): string {
  if (id === 'service') return selected ? 'shadow-[inset_2px_0_0_var(--accent)]' : '';
  if (id === 'address') return selected ? 'font-medium text-accent-text' : '';
  if (id === 'type') return selected ? 'text-small font-medium text-accent-text' : 'text-small text-muted';
  if (id === 'policies') return 'text-small text-muted';
  if (id === 'changed') return 'text-right text-small text-muted';
  return id.startsWith('node') ? 'px-1 text-center text-label text-faint' : '';
}

function ariaSort(id: string, sort: SortOrder): 'ascending' | 'descending' | undefined {
  if (id !== sort.by) return undefined;
  return sort.descending ? 'descending' : 'ascending';
}

type SortButtonProps = {
  id: string;
  sort: SortOrder;
  onSort: (sort: SortOrder) => void;
  children: React.ReactNode;
};

function SortButton({ id, sort, onSort, children }: SortButtonProps) {
  const on = sort.by === id;
  const Arrow = sort.descending ? ChevronUp : ChevronDown;
  return (
    <button
      type="button"
      className={clsx('inline-flex h-6 items-center gap-1 rounded-row', on ? 'text-text' : 'hover:text-text')}
      onClick={() => onSort({ by: id as SortOrder['by'], descending: on && !sort.descending })}
    >
      {children}
      {on && <Arrow aria-hidden size={12} strokeWidth={1.8} />}
    </button>
  );
}

function Spacer({ rows, columns }: { rows: number; columns: number }) {
  if (rows <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height: rem(rows * rowHeight) }} />
    </tr>
  );
}
