'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { clsx } from 'clsx';
import { useRouter } from 'next/navigation';
import { Fragment, useId, useRef } from 'react';
import { useMatrixCursor } from '@/components/agreement/use-matrix-cursor';
import { useNodeNameParts } from '@/components/ui/node-name';
import { formatCount } from '@/lib/format';
import { CellWords } from './cell-words';
import { cellOf, SettingsCell } from './settings-cell';
import type { SettingsColumn } from './settings-columns';
import type { SettingsRow } from './settings-rows';
import { statusHref } from './status-href';

const rowPx = 26;
const headPx = 32;
/** With words in it, and with a mark only. */
const wordsPx = { many: 168, few: 264, phone: 112 };
/** Up to so many columns share the width of a desk. */
const fewColumns = 4;
const markPx = 28;
const namePx = { desk: 172, phone: 140 };
const mostPx = { desk: 168, phone: 128 };
const overscan = 4;
/** A head of turned names is as high as the longest needs, within these. */
const turnedHeadPx = { least: 44, most: 96 };
const characterPx = 6.7;

type SettingsGridProps = {
  rows: readonly SettingsRow[];
  columns: readonly SettingsColumn[];
  /** Cells hold a mark, and what most say stands before them; else each holds its value. */
  marksOnly: boolean;
  isPhone: boolean;
};

/** Every field by every node, or by every set of equal ones: columns out of view are not in the document. Arrows move, Enter explains. */
export function SettingsGrid({ rows, columns, marksOnly, isPhone }: SettingsGridProps) {
  const id = useId();
  const router = useRouter();
  const partsOf = useNodeNameParts();
  const scroller = useRef<HTMLDivElement>(null);
  const size = isPhone ? 'phone' : 'desk';
  const nameWidth = namePx[size];
  const before = nameWidth + (marksOnly ? mostPx[size] : 0);
  const longest = Math.max(0, ...columns.map(({ agents }) => partsOf(agents[0].node).distinct.length));
  const head = marksOnly
    ? Math.min(turnedHeadPx.most, Math.max(turnedHeadPx.least, longest * characterPx + 14))
    : headPx;
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer re-renders this component itself
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () =>
      marksOnly
        ? markPx
        : isPhone
          ? wordsPx.phone
          : columns.length <= fewColumns
            ? wordsPx.few
            : wordsPx.many,
    paddingStart: before,
    scrollPaddingStart: before,
    overscan,
  });
  const { place, setPlace, onKeyDown } = useMatrixCursor(
    { rows: rows.length, columns: columns.length },
    ({ row, column }) => {
      across.scrollToIndex(column);
      scroller.current?.querySelector(`[data-row="${row}"]`)?.scrollIntoView({ block: 'nearest' });
    },
  );
  const atRow = place === null ? undefined : rows[place.row];
  const atColumn = place === null ? undefined : columns[place.column];
  const width = across.getTotalSize();

  return (
    <>
      <div
        ref={scroller}
        role="grid"
        aria-label="Every field by every node"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={place === null ? undefined : `${id}-${place.row}-${place.column}`}
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && atRow !== undefined && atColumn !== undefined)
            router.push(statusHref(atRow, atColumn.agents[0].node));
          else onKeyDown(event);
        }}
        className="max-h-[max(22rem,calc(100dvh-15rem))] overflow-auto rounded-control border border-line [scrollbar-width:thin]"
        style={{ scrollPaddingTop: head }}
      >
        <div className="relative" style={{ width, minWidth: '100%' }}>
          <div
            role="row"
            aria-rowindex={1}
            className="sticky top-0 z-2 border-b border-line bg-bg"
            style={{ height: head }}
          >
            <span
              role="columnheader"
              aria-colindex={1}
              className="label sticky left-0 z-1 flex h-full items-end bg-bg px-3 pb-1.5 max-desk:px-2"
              style={{ width: before }}
            >
              <span style={{ width: nameWidth - 12 }}>Field</span>
              {marksOnly && <span>Most say</span>}
            </span>
            {across.getVirtualItems().map(({ index, start, size: columnPx }) => {
              const column = columns[index];
              return column === undefined ? null : (
                <ColumnHead
                  key={column.agents[0].node}
                  column={column}
                  index={index}
                  isTurned={marksOnly}
                  isHere={place?.column === index}
                  style={{ left: start, width: columnPx, ...(marksOnly ? { maxHeight: head - 12 } : {}) }}
                />
              );
            })}
          </div>
          {rows.map((row, index) => (
            <Fragment key={row.id}>
              {row.section !== rows[index - 1]?.section && (
                <div
                  role="presentation"
                  className="sticky left-0 w-max px-3 pt-2 pb-0.5 text-label max-desk:px-2 text-faint"
                >
                  {row.section}
                </div>
              )}
              <div
                role="row"
                aria-rowindex={index + 2}
                data-row={index}
                className="relative hover:bg-row-hover"
                style={{ height: rowPx }}
              >
                <div
                  role="rowheader"
                  aria-colindex={1}
                  className="sticky left-0 z-1 flex h-full w-max items-center bg-bg"
                  style={{ width: before }}
                >
                  <span
                    className={clsx(
                      'truncate',
                      isPhone ? 'px-2' : 'px-3',
                      row.majority.differs ? 'font-medium text-warn' : 'text-muted',
                    )}
                    style={{ width: nameWidth }}
                    title={row.title}
                  >
                    {row.title}
                  </span>
                  {marksOnly && (
                    <span
                      className="truncate pr-3"
                      style={{ width: before - nameWidth }}
                      title={row.compared ? row.majority.values[0]?.text : 'each node its own'}
                    >
                      {row.compared ? (
                        row.majority.values[0]?.text
                      ) : (
                        <i className="text-faint">each its own</i>
                      )}
                    </span>
                  )}
                </div>
                {across.getVirtualItems().map(({ index: columnIndex, start, size: columnPx }) => {
                  const column = columns[columnIndex];
                  if (column === undefined) return null;
                  const isHere = place?.row === index && place.column === columnIndex;
                  return (
                    <SettingsCell
                      key={column.agents[0].node}
                      id={`${id}-${index}-${columnIndex}`}
                      cell={cellOf(row, column)}
                      name={
                        column.isGroup && column.agents.length > 1
                          ? `${column.agents.length} nodes`
                          : column.agents[0].node
                      }
                      colIndex={columnIndex + 2}
                      marksOnly={marksOnly}
                      isHere={isHere}
                      style={{ left: start, width: columnPx, height: rowPx }}
                      onClick={() => setPlace({ row: index, column: columnIndex })}
                    />
                  );
                })}
              </div>
            </Fragment>
          ))}
        </div>
      </div>
      <div aria-live="polite" className="mt-1.5 min-h-5 text-small text-pretty wrap-anywhere text-muted">
        {atRow === undefined || atColumn === undefined ? (
          isPhone ? (
            'Tap a value for what it says and the way to its explanation.'
          ) : (
            'Arrows move from cell to cell, Enter explains the value on that node.'
          )
        ) : (
          <CellWords row={atRow} column={atColumn} />
        )}
      </div>
    </>
  );
}

type ColumnHeadProps = {
  column: SettingsColumn;
  index: number;
  isTurned: boolean;
  isHere: boolean;
  style: React.CSSProperties;
};

function ColumnHead({ column: { agents, isGroup }, index, isTurned, isHere, style }: ColumnHeadProps) {
  const partsOf = useNodeNameParts();
  const many = isGroup && agents.length > 1;
  return (
    <span
      role="columnheader"
      aria-colindex={index + 2}
      title={agents.map(({ node }) => node).join('\n')}
      className={clsx(
        'absolute bottom-1.5 overflow-hidden text-label whitespace-nowrap',
        !many && 'mono',
        isTurned ? '[writing-mode:sideways-lr]' : 'truncate px-2.5',
        isHere ? 'text-text' : 'text-muted',
      )}
      style={{ ...style, ...(isTurned ? { lineHeight: `${markPx}px` } : {}) }}
    >
      {many ? `${formatCount(agents.length)} nodes` : partsOf(agents[0].node).distinct}
    </span>
  );
}
