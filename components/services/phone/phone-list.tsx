'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { ChangedRows } from '../changed-rows';
import { frontendRow, layoutMap, rowsIn, type HeadRow, type RowMetrics } from '../map/map-layout';
import type { ServiceBlock } from '../map/service-block';
import { MarkTotals } from '../map/totals-text';
import { groupWords } from '../group/group-words';
import { groupTitle } from '../group/row-group';
import { groupTotals } from '../group/totals';
import { depthOf, isGroupCollapsed, type Depth, type Openings } from '../group/zoom';

import { visibleRange } from '../map/visible-range';
import { PhoneLine, PhoneSum } from './phone-line';
import { PhoneBackend, PhoneFrontend } from './phone-rows';
import { showUnderHead } from './keep-above-sheet';
import { usePageBand } from './use-page-band';
import type { RowGroup } from '../group/row-group';

/** One list under the other; what can be tapped is 44 high. */
const metrics: RowMetrics = {
  arrangement: 'stacked',
  head: 44,
  service: 26,
  frontend: 44,
  backend: 26,
  blockPadding: 8,
  linePadding: 0,
  blockGap: 0,
  listGap: 2,
  namespaceGap: 0,
};

type PhoneListProps = {
  groups: readonly RowGroup[];
  agents: number;
  openings: Openings;
  onToggleGroup: (value: string) => void;
  onOpenBlock: (block: string) => void;
  isFoldOpen: (key: string) => boolean;
  onToggleFold: (key: string) => void;
  selectedKey: string | null;
  onSelect: (key: string) => void;
  changed: ChangedRows;
};

/** The map on a phone: each Service with its addresses, then its backends; no links. */
export function PhoneList(props: PhoneListProps) {
  const { groups, openings, isFoldOpen } = props;
  const ref = useRef<HTMLDivElement>(null);
  const band = usePageBand(ref);
  const layout = useMemo(
    () =>
      layoutMap(
        groups,
        isFoldOpen,
        (value) => isGroupCollapsed(openings, value),
        metrics,
        ({ id }) => depthOf(openings, id),
      ),
    [groups, openings, isFoldOpen],
  );
  const showSelected = useEffectEvent(() => {
    const row = props.selectedKey === null ? null : frontendRow(layout, props.selectedKey);
    if (row !== null && ref.current !== null) showUnderHead(ref.current, row.y);
  });
  // A link may open the page with a row selected that is far below the sheet.
  useEffect(() => showSelected(), []);
  const { start, end } = visibleRange(layout.blocks, band.top, band.bottom);
  const blocks = layout.blocks.slice(start, end);
  const { frontends, backends, empties, lines, sums } = rowsIn(layout, band.top, band.bottom);

  return (
    <div ref={ref} className="min-w-0 flex-1 pb-75">
      {layout.heads.map((head, index) => {
        const top = head.y;
        const bottom = layout.heads[index + 1]?.y ?? layout.height;
        const within = (row: { y: number }) => row.y >= top && row.y < bottom;
        return (
          <section
            key={head.group.value}
            aria-label={groupTitle(head.group)}
            className="relative"
            style={{ height: bottom - top }}
          >
            <PhoneHead head={head} onToggle={props.onToggleGroup} />
            {blocks.filter(within).map(({ block, y, height }) => (
              <div
                key={block.id}
                className="absolute inset-x-4 border-b border-line"
                style={{ top: y - top, height }}
              >
                {depthOf(openings, block.id) !== 'services' && (
                  <BlockHead block={block} depth={depthOf(openings, block.id)} />
                )}
              </div>
            ))}
            {frontends.filter(within).map((row) => (
              <PhoneFrontend key={`${row.block.id} ${row.view.key}`} row={row} top={top} {...props} />
            ))}
            {backends.filter(within).map((row) => (
              <PhoneBackend key={`${row.block.id} ${row.key}`} row={row} top={top} changed={props.changed} />
            ))}
            {lines.filter(within).map((row) => (
              <PhoneLine key={row.block.id} row={row} top={top} onOpen={props.onOpenBlock} />
            ))}
            {sums.filter(within).map((row) => (
              <PhoneSum key={row.block.id} row={row} top={top} />
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

/** A Service's name, and the line along its backends. */
function BlockHead({ block, depth }: { block: ServiceBlock; depth: Depth }) {
  const rows = depth === 'frontends' ? 1 : Math.max(1, block.backendCount);
  return (
    <>
      <h3 className="truncate pt-2 leading-6.5 font-semibold">
        {block.name || 'not in the API'}
        {block.kind === 'pod' && <span className="text-label font-normal text-faint"> pod</span>}
      </h3>
      <span
        aria-hidden
        className="absolute left-1.5 w-px bg-line-strong"
        style={{ bottom: metrics.blockPadding, height: rows * metrics.backend }}
      />
    </>
  );
}

function PhoneHead({ head, onToggle }: { head: HeadRow; onToggle: (value: string) => void }) {
  const { group, collapsed } = head;
  const Chevron = collapsed ? ChevronRight : ChevronDown;
  return (
    <h2 className="sticky top-(--bar) z-2 border-b border-line bg-bg text-small font-semibold">
      <button
        type="button"
        aria-expanded={!collapsed}
        onClick={() => onToggle(group.value)}
        className="flex h-11 w-full items-center gap-1.5 px-3.5 text-left"
      >
        <Chevron aria-hidden size={12} strokeWidth={1.8} className="flex-none text-faint" />
        <span className="truncate">{groupTitle(group)}</span>
        <span className="ml-1 text-label font-normal whitespace-nowrap text-faint">
          {groupWords(group, collapsed)}
        </span>
        {collapsed && (
          <span className="ml-auto flex items-center gap-2 pl-2 text-label font-normal whitespace-nowrap text-muted">
            <MarkTotals totals={groupTotals(group)} />
          </span>
        )}
      </button>
    </h2>
  );
}
