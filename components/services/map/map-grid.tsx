'use client';

import { useState } from 'react';
import { rem } from '../use-root-scale';
import { backendOfFrontend, type ChangedRows } from '../changed-rows';
import type { MapColumns } from './map-columns';
import { rowsIn, type MapLayout } from './map-layout';
import { BackendRowView } from './backend-row';
import { FrontendRowView } from './frontend-row';
import type { Cursor } from './move-cursor';
import { blockTotals } from '../group/totals';
import { GroupHead } from './group-head';
import { RowSlots } from './row-slots';
import { ServiceLine } from './service-line';
import { MarkTotals } from './totals-text';
import { isBackendOn, isFrontendOn, type Trace } from './trace';
import { visibleRange } from './visible-range';

export type MapGridProps = {
  layout: MapLayout;
  columns: MapColumns;
  /** The part of the layout to draw. */
  band: { top: number; bottom: number };
  agents: number;
  selectedKey: string | null;
  selected: Trace;
  hovered: Trace;
  cursor: Cursor | null;
  changed: ChangedRows;
  onToggleGroup: (value: string) => void;
  onOpenBlock: (block: string) => void;
  onToggleFold: (key: string) => void;
};

/** The map's rows, those near the view only. A grid for assistive technology: each row can take the focus. */
export function MapGrid(props: MapGridProps) {
  const { layout, columns, band, selectedKey, selected, hovered, cursor, changed } = props;
  const { top, bottom } = band;
  const heads = visibleRange(layout.heads, top, bottom);
  const rows = rowsIn(layout, top, bottom);
  const near = ({ y }: { y: number }) => y > top - 48 && y < bottom;
  const frontends = rows.frontends.filter(near);
  const backends = rows.backends.filter(near);
  const [slots] = useState(() => ({ frontends: new RowSlots(), backends: new RowSlots() }));
  const frontendSlots = slots.frontends.assign(
    frontends.map(({ block, view }) => `${block.id} ${view.key}`),
    cursor?.kind === 'frontend' ? `${cursor.block} ${cursor.key}` : null,
  );
  const backendSlots = slots.backends.assign(
    backends.map(({ block, key }) => `${block.id} ${key}`),
    cursor?.kind === 'backend' ? `${cursor.block} ${cursor.key}` : null,
  );
  const tabKey =
    cursor === null
      ? (selectedKey ?? layout.blocks[0]?.rows().frontends[0]?.view.key)
      : cursor.kind === 'frontend'
        ? cursor.key
        : null;
  const tabLine =
    cursor === null ? layout.blocks[0]?.rows().lines[0]?.block.id : cursor.kind === 'block' && cursor.block;

  return (
    <div
      role="grid"
      aria-label="Frontends and their backends"
      aria-rowcount={layout.rowCount + 1}
      style={{ minWidth: rem(columns.width) }}
    >
      <GridHead columns={columns} />
      <div role="rowgroup" className="relative" style={{ height: rem(layout.height + 12) }}>
        {layout.heads.slice(heads.start, heads.end).map((row) => (
          <GroupHead key={row.group.value} row={row} columns={columns} onToggle={props.onToggleGroup} />
        ))}
        {rows.lines.filter(near).map((row) => (
          <ServiceLine
            key={row.block.id}
            row={row}
            columns={columns}
            lit={cursor?.kind === 'block' && cursor.block === row.block.id}
            focusable={row.block.id === tabLine}
            onOpen={props.onOpenBlock}
          />
        ))}
        {frontends.map((row, at) => (
          <FrontendRowView
            key={frontendSlots[at]}
            row={row}
            agents={props.agents}
            left={columns.frontends.left}
            width={columns.frontends.width}
            selected={row.view.key === selectedKey}
            lit={isFrontendOn(hovered, row)}
            changed={changed.frontends.has(row.view.key)}
            focusable={row.view.key === tabKey}
            onToggleFold={props.onToggleFold}
          />
        ))}
        {backends.map((row, at) => (
          <BackendRowView
            key={backendSlots[at]}
            row={row}
            left={columns.backends.left}
            width={columns.backends.width}
            selected={isBackendOn(selected, row)}
            lit={isBackendOn(hovered, row)}
            changed={changed.backends.has(backendOfFrontend(row.of.key, row.key))}
            focusable={cursor?.kind === 'backend' && cursor.key === row.key && cursor.block === row.block.id}
          />
        ))}
        {rows.sums.filter(near).map(({ y, block }) => (
          <div
            key={block.id}
            role="row"
            className="absolute flex h-6 items-center px-2 text-label font-normal text-muted"
            style={{ top: rem(y), left: rem(columns.backends.left), width: rem(columns.backends.width) }}
          >
            <span role="gridcell" className="flex items-center gap-3">
              <MarkTotals totals={{ ...blockTotals(block), differing: 0, deadEnds: 0 }} />
            </span>
          </div>
        ))}
        {rows.empties.map(({ y, block }) => (
          <div
            key={block.id}
            role="row"
            className="absolute flex h-6 items-center px-2 text-small text-faint"
            style={{ top: rem(y), left: rem(columns.backends.left), width: rem(columns.backends.width) }}
          >
            <span role="gridcell">no backends</span>
          </div>
        ))}
      </div>
    </div>
  );
}

function GridHead({ columns: { frontends, backends, nodes } }: { columns: MapColumns }) {
  return (
    <div role="rowgroup" className="sticky top-0 z-2 h-7.5 bg-bg">
      <div role="row" className="label relative h-7.5 leading-7.5">
        <span role="columnheader" className="absolute leading-7.5" style={{ left: rem(frontends.left) }}>
          Frontends
        </span>
        <span
          role="columnheader"
          className="absolute pr-2 text-right leading-7.5"
          style={{ left: rem(frontends.left + frontends.width - 60), width: rem(60) }}
        >
          Nodes
        </span>
        <span role="columnheader" className="absolute pl-2 leading-7.5" style={{ left: rem(backends.left) }}>
          Backends
        </span>
        <span role="columnheader" className="absolute pl-3.5 leading-7.5" style={{ left: rem(nodes.left) }}>
          Run on
        </span>
      </div>
    </div>
  );
}
