'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { clsx } from 'clsx';
import { useRouter } from 'next/navigation';
import { useId, useRef } from 'react';
import { useNodeNameParts } from '@/components/ui/node-name';
import { paths } from '@/lib/paths';
import { VerdictMark } from './matrix-cell';
import type { MatrixRow } from './matrix-rows';
import { verdictOn, verdictWords } from './matrix-rows';
import { useMatrixCursor } from './use-matrix-cursor';

const rowPx = 24;
const cellPx = 28;
/** The column of Services is as wide as the longest needs, within these. */
const leastServicePx = 116;
const mostServicePx = 240;
const monoPx = 7.2;
const namePaddingPx = 24;
/** The head is as high as the longest name needs, within these. */
const leastHeadPx = 40;
const mostHeadPx = 92;
const characterPx = 6.7;
const servicePxEach = 6.2;
const gapPx = 8;
const headPaddingPx = 14;
const overscan = 6;
const tallestPx = 460;

type MatrixGridProps = {
  rows: readonly MatrixRow[];
  nodes: readonly string[];
  answering: ReadonlySet<string>;
  isPhone: boolean;
};

/** Every frontend by every node: only the cells in view are in the document; arrows move, Enter opens the frontend. */
export function MatrixGrid({ rows, nodes, answering, isPhone }: MatrixGridProps) {
  const id = useId();
  const router = useRouter();
  const parts = useNodeNameParts();
  const scroller = useRef<HTMLDivElement>(null);
  const longest = Math.max(0, ...nodes.map((name) => parts(name).distinct.length));
  const headPx = Math.min(mostHeadPx, Math.max(leastHeadPx, longest * characterPx + headPaddingPx));
  const longestKey = Math.max(12, ...rows.map(({ key }) => key.length));
  const longestService = Math.max(0, ...rows.map(({ service }) => service?.length ?? 0));
  const servicePx = isPhone
    ? 0
    : Math.min(mostServicePx, Math.max(leastServicePx, Math.ceil(longestService * servicePxEach) + gapPx));
  const nameWidth = Math.ceil(longestKey * monoPx + namePaddingPx + servicePx);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer re-renders this component itself
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    paddingStart: headPx,
    scrollPaddingStart: headPx,
    overscan,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: nodes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cellPx,
    paddingStart: nameWidth,
    scrollPaddingStart: nameWidth,
    overscan,
  });
  const { place, setPlace, onKeyDown } = useMatrixCursor(
    { rows: rows.length, columns: nodes.length },
    ({ row, column }) => {
      down.scrollToIndex(row);
      across.scrollToIndex(column);
    },
  );
  const open = (key: string) => router.push(`${paths.services}?f=${encodeURIComponent(key)}`);
  const at = place === null ? undefined : rows[place.row];
  const node = place === null ? undefined : nodes[place.column];
  const width = across.getTotalSize();

  return (
    <>
      <div
        ref={scroller}
        role="grid"
        aria-label="Every frontend by every node"
        aria-rowcount={rows.length + 1}
        aria-colcount={nodes.length + 1}
        aria-activedescendant={place === null ? undefined : `${id}-${place.row}-${place.column}`}
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && at !== undefined) open(at.key);
          else onKeyDown(event);
        }}
        className="overflow-auto rounded-control border border-line [scrollbar-width:thin]"
        style={{ maxHeight: tallestPx }}
      >
        <div className="relative" style={{ width, height: down.getTotalSize() }}>
          <div
            role="row"
            aria-rowindex={1}
            className="sticky top-0 z-2 border-b border-line bg-bg"
            style={{ height: headPx, width }}
          >
            <span
              role="columnheader"
              aria-colindex={1}
              className="label sticky left-0 z-1 flex h-full items-end bg-bg px-3 pb-1.5"
              style={{ width: nameWidth }}
            >
              Frontend
            </span>
            {across.getVirtualItems().map(({ index, start }) => {
              const name = nodes[index] ?? '';
              return (
                <span
                  key={name}
                  role="columnheader"
                  aria-colindex={index + 2}
                  title={name}
                  className={clsx(
                    'mono absolute bottom-1.5 overflow-hidden text-label whitespace-nowrap [writing-mode:sideways-lr]',
                    place?.column === index ? 'text-text' : 'text-muted',
                  )}
                  style={{ left: start, width: cellPx, maxHeight: headPx - 12, lineHeight: `${cellPx}px` }}
                >
                  {parts(name).distinct}
                </span>
              );
            })}
          </div>
          {down.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const { key, service } = row;
            return (
              <div
                key={key}
                role="row"
                aria-rowindex={index + 2}
                className="absolute left-0 hover:bg-row-hover"
                style={{ top: start, height: rowPx, width }}
              >
                <div
                  role="rowheader"
                  aria-colindex={1}
                  className="sticky left-0 z-1 h-full bg-bg"
                  style={{ width: nameWidth }}
                >
                  <button
                    type="button"
                    tabIndex={-1}
                    onClick={() => open(key)}
                    title={service === null ? key : `${service} ${key}`}
                    className="flex h-full w-full items-center gap-2 px-3 text-left hover:text-accent-text"
                  >
                    {!isPhone && (
                      <span className="flex-none truncate text-small" style={{ width: servicePx - gapPx }}>
                        {service !== null && <MatrixService service={service} />}
                      </span>
                    )}
                    <span className="mono text-muted">{key}</span>
                  </button>
                </div>
                {across.getVirtualItems().map(({ index: column, start: left }) => {
                  const name = nodes[column] ?? '';
                  const verdict = verdictOn(row, name, answering);
                  const isHere = place?.row === index && place.column === column;
                  return (
                    <span
                      key={name}
                      id={`${id}-${index}-${column}`}
                      role="gridcell"
                      aria-colindex={column + 2}
                      aria-selected={isHere}
                      aria-label={`${name} ${verdictWords[verdict]}`}
                      onClick={() => setPlace({ row: index, column })}
                      className={clsx(
                        'absolute top-0 grid place-items-center',
                        isHere && 'bg-accent-soft ring-1 ring-accent ring-inset',
                      )}
                      style={{ left, width: cellPx, height: rowPx }}
                    >
                      <VerdictMark verdict={verdict} />
                    </span>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
      <p aria-live="polite" className="mt-1.5 min-h-5 text-small text-pretty wrap-anywhere text-muted">
        {at === undefined || node === undefined ? (
          'Arrows move from cell to cell, Enter opens the frontend.'
        ) : (
          <CellWords row={at} node={node} answering={answering} />
        )}
      </p>
    </>
  );
}

function CellWords({
  row,
  node,
  answering,
}: {
  row: MatrixRow;
  node: string;
  answering: ReadonlySet<string>;
}) {
  const said = row.problems.filter(({ nodes }) => nodes.includes(node)).map(({ difference }) => difference);
  const words =
    said.length > 0 ? said.join(' ') : `${node} ${verdictWords[verdictOn(row, node, answering)]}.`;
  return (
    <>
      {row.service !== null && (
        <span className="text-text">
          <MatrixService service={row.service} />{' '}
        </span>
      )}
      <span className="mono text-text">{row.key}</span>: {words}
    </>
  );
}

/** `namespace/name`, as on the other pages. */
function MatrixService({ service }: { service: string }) {
  const [namespace = '', name = ''] = service.split('/');
  return (
    <>
      <span className="text-faint">{namespace}/</span>
      {name}
    </>
  );
}
