'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ChangedRows } from '../changed-rows';
import { depthOf, isGroupCollapsed, type Openings } from '../group/zoom';
import type { NodeFacts } from '../node-facts';
import { isOnControl, usePageKeys } from '../use-page-keys';
import { rem, useRootScale } from '../use-root-scale';
import { LinkCanvas } from './link-canvas';
import { manyAgents } from './frontend-row';
import { mapColumns, type MapColumns } from './map-columns';
import { MapGrid } from './map-grid';
import { frontendRow, layoutMap, longestAddresses, mapMetrics, type MapLayout } from './map-layout';
import { MapLegend } from './map-legend';
import { MapRuler } from './map-ruler';
import { layoutNodes, type NodeEndId } from './node-column';
import { NodeColumnView } from './node-column-view';

import { frontendOf, targetAt } from './target-at';
import { traceOf, type TraceTarget } from './trace';
import { scrollInto, useMapCursor } from './use-map-cursor';
import { drawnBand, useMapView } from './use-map-view';
import { useScrollAnchor } from './use-scroll-anchor';
import type { RowGroup } from '../group/row-group';

const headHeight = 30;

type ServiceMapProps = {
  groups: readonly RowGroup[];
  /** Every node and special end there is, so that a filter moves none. */
  nodes: readonly NodeFacts[];
  specialEnds: readonly ('gone' | 'outside')[];
  goneCount: number;
  agents: number;
  openings: Openings;
  onToggleGroup: (value: string) => void;
  onOpenBlock: (block: string) => void;
  isFoldOpen: (key: string) => boolean;
  onToggleFold: (key: string) => void;
  selectedKey: string | null;
  onSelect: (key: string) => void;
  onCopy: (key: string) => void;
  changed: ChangedRows;
  /** Changes with the filter: the list then starts at its top. */
  filterKey: string;
};

/** Frontends, their backends and the nodes these run on, joined by links. */
export function ServiceMap(props: ServiceMapProps) {
  const { groups, nodes, specialEnds, openings, isFoldOpen, selectedKey, onSelect, onCopy } = props;
  const scrollerRef = useRef<HTMLDivElement>(null);
  const nodesRef = useRef<HTMLElement>(null);
  const scale = useRootScale();
  const view = useMapView(scrollerRef, scale);
  const [pointed, setPointed] = useState<TraceTarget | null>(null);
  const onPoint = useCallback(
    (id: NodeEndId | null) => setPointed(id === null ? null : { kind: 'node', id }),
    [],
  );

  const layout = useMemo(
    () =>
      layoutMap(
        groups,
        isFoldOpen,
        (value) => isGroupCollapsed(openings, value),
        mapMetrics,
        ({ id }) => depthOf(openings, id),
      ),
    [groups, isFoldOpen, openings],
  );
  const columns = useMemo(
    () => columnsFor(view.width, layout, props.agents),
    [view.width, layout, props.agents],
  );
  const viewHeight = Math.max(0, view.height - headHeight);
  const column = useMemo(
    () =>
      layoutNodes(
        nodes.map(({ node }) => node),
        specialEnds,
        viewHeight,
      ),
    [nodes, specialEnds, viewHeight],
  );
  const facts = useMemo(() => new Map(nodes.map((node) => [node.node, node])), [nodes]);

  const { cursor, moveTo, onKey } = useMapCursor(layout, scrollerRef, headHeight, scale);
  const selected = useMemo(
    () => traceOf(layout, selectedKey === null ? null : { kind: 'frontend', key: selectedKey }),
    [layout, selectedKey],
  );
  const hovered = useMemo(() => traceOf(layout, pointed ?? cursor), [layout, pointed, cursor]);
  const selectedRow = useMemo(
    () => (selectedKey === null ? null : frontendRow(layout, selectedKey)),
    [layout, selectedKey],
  );
  const selectedBlock = selectedRow?.block.id ?? null;
  const scene = useMemo(
    () => ({ layout, columns, nodes: column, viewHeight, selected, hovered, selectedBlock }),
    [layout, columns, column, viewHeight, selected, hovered, selectedBlock],
  );
  useScrollAnchor(
    scrollerRef,
    layout,
    pointed?.kind === 'frontend' ? pointed.key : null,
    props.filterKey,
    scale,
  );
  useFirstScroll(scrollerRef, view.height > 0 ? selectedRow?.y : undefined, scale);

  usePageKeys((event) => {
    if (event.key === 'Enter' && cursor?.kind === 'block' && !isOnControl(event)) {
      props.onOpenBlock(cursor.block);
      return true;
    }
    const key = frontendOf(layout, cursor, selectedKey) ?? selectedKey;
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

  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div
        ref={scrollerRef}
        className="relative min-h-0 flex-1 overflow-auto [overflow-anchor:none] [scrollbar-width:thin]"
        onPointerOver={(event) => {
          const target = targetAt(event.target);
          if (target !== null) setPointed(target);
        }}
        onPointerOut={(event) => {
          if (targetAt(event.target) !== null) setPointed(null);
        }}
        onFocus={(event) => {
          const target = event.target.matches('[role="row"]') ? targetAt(event.target) : null;
          if (target !== null) moveTo(target, false);
        }}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('button, a')) return;
          const key = frontendOf(layout, targetAt(event.target), selectedKey);
          if (key !== null) onSelect(key);
        }}
      >
        <div className="sticky z-1 h-0" style={{ top: rem(headHeight), width: rem(columns.width) }}>
          <LinkCanvas
            scene={scene}
            width={columns.nodes.left + 2}
            scale={scale}
            scrollerRef={scrollerRef}
            nodesRef={nodesRef}
          />
          <MapRuler
            layout={layout}
            selectedBlock={selectedBlock}
            viewHeight={viewHeight}
            scale={scale}
            scrollerRef={scrollerRef}
          />
          <NodeColumnView
            column={column}
            facts={facts}
            goneCount={props.goneCount}
            left={columns.nodes.left}
            width={columns.nodes.width}
            viewHeight={viewHeight}
            pointed={hovered.ends}
            scrollerRef={nodesRef}
            onPoint={onPoint}
          />
        </div>
        <MapGrid
          layout={layout}
          columns={columns}
          band={drawnBand(view)}
          agents={props.agents}
          selectedKey={selectedKey}
          selected={selected}
          hovered={hovered}
          cursor={cursor}
          changed={props.changed}
          onToggleGroup={props.onToggleGroup}
          onOpenBlock={props.onOpenBlock}
          onToggleFold={props.onToggleFold}
        />
      </div>
      <MapLegend />
    </div>
  );
}

/** The columns that fit the layout's addresses and the counts of its agents. */
function columnsFor(width: number, layout: MapLayout, agents: number): MapColumns {
  const longest = longestAddresses(layout);
  return mapColumns(width, agents < manyAgents ? longest : { ...longest, frontend: longest.frontend + 3 });
}

/** Brings the row that the URL selects into view, once. */
function useFirstScroll(
  ref: React.RefObject<HTMLElement | null>,
  y: number | undefined,
  scale: number,
): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current || y === undefined) return;
    done.current = true;
    scrollInto(ref.current, y * scale, headHeight * scale, 60 * scale);
  }, [ref, y, scale]);
}
