import type { FrontendKey } from '@/lib/cilium/frontend';
import type { BlockRows } from './block-rows';
import { blockHeight, blockRows } from './block-rows';
import type { FoldState } from './node-address-fold';
import type { LongestAddresses } from './map-columns';
import type { NamespaceGroup, ServiceBlock } from './service-block';
import { visibleRange } from './visible-range';

/** Heights in CSS pixels. `service` is a head of its own: 0 where the name stands in the first row (the map). */
export type RowMetrics = {
  /** `paired`: the two lists side by side, the shorter centred; `stacked`: one under the other (the phone's list). */
  arrangement: 'paired' | 'stacked';
  head: number;
  service: number;
  frontend: number;
  backend: number;
  blockPadding: number;
  blockGap: number;
  listGap: number;
  namespaceGap: number;
};

/** The map's rows (design-notes.md, "The map"). */
export const mapMetrics: RowMetrics = {
  arrangement: 'paired',
  head: 28,
  service: 0,
  frontend: 24,
  backend: 24,
  blockPadding: 2,
  blockGap: 2,
  listGap: 0,
  namespaceGap: 6,
};

export type HeadRow = { y: number; group: NamespaceGroup; collapsed: boolean };

/** A block at its place; its rows are made when they are first asked for, which most never are. */
export type PlacedBlock = { y: number; height: number; block: ServiceBlock; rows: () => BlockRows };

/** Every block with its place, top to bottom. `y` is the top of a row in CSS pixels. */
export type MapLayout = {
  heads: HeadRow[];
  blocks: PlacedBlock[];
  height: number;
  /** Heads and rows of both lists. */
  rowCount: number;
  /** Where the row of a frontend is; null for one that is not shown, be it folded or collapsed. */
  placeOf: (key: FrontendKey) => PlacedBlock | null;
  placeOfBlock: (id: string) => PlacedBlock | null;
};

/** Places every block; linear in blocks, whatever their rows. */
export function layoutMap(
  groups: readonly NamespaceGroup[],
  isOpen: FoldState,
  isCollapsed: (namespace: string) => boolean,
  metrics: RowMetrics = mapMetrics,
): MapLayout {
  const heads: HeadRow[] = [];
  const blocks: PlacedBlock[] = [];
  let y = 0;
  let rowCount = 0;
  for (const [index, group] of groups.entries()) {
    if (index > 0) y += metrics.namespaceGap;
    const collapsed = isCollapsed(group.namespace);
    heads.push({ y, group, collapsed });
    y += metrics.head;
    rowCount += 1;
    if (collapsed) continue;
    for (const [blockIndex, block] of group.blocks.entries()) {
      if (blockIndex > 0) y += metrics.blockGap;
      const { height, rows } = blockHeight(block, isOpen, metrics);
      blocks.push(place(block, y, height, isOpen, metrics));
      rowCount += rows;
      y += height;
    }
  }
  return { heads, blocks, height: y, rowCount, ...places(blocks) };
}

function place(
  block: ServiceBlock,
  y: number,
  height: number,
  isOpen: FoldState,
  metrics: RowMetrics,
): PlacedBlock {
  let made: BlockRows | undefined;
  return { y, height, block, rows: () => (made ??= blockRows(block, y, isOpen, metrics)) };
}

/** The ways to find a block; the indices are made when one is first used. */
function places(blocks: readonly PlacedBlock[]): Pick<MapLayout, 'placeOf' | 'placeOfBlock'> {
  let byFrontend: Map<FrontendKey, PlacedBlock> | undefined;
  let byId: Map<string, PlacedBlock> | undefined;
  return {
    placeOf(key) {
      byFrontend ??= new Map(
        blocks.flatMap((placed) => placed.block.frontends.map((view) => [view.key, placed] as const)),
      );
      return byFrontend.get(key) ?? null;
    },
    placeOfBlock(id) {
      byId ??= new Map(blocks.map((placed) => [placed.block.id, placed]));
      return byId.get(id) ?? null;
    },
  };
}

/** The rows of the blocks that touch the band from `top` to `bottom`. */
export function rowsIn(layout: MapLayout, top: number, bottom: number): BlockRows {
  const { start, end } = visibleRange(layout.blocks, top, bottom);
  const found = layout.blocks.slice(start, end).map((placed) => placed.rows());
  return {
    frontends: found.flatMap(({ frontends }) => frontends),
    backends: found.flatMap(({ backends }) => backends),
    empties: found.flatMap(({ empties }) => empties),
  };
}

/** The row of a frontend; null where it is not shown. */
export function frontendRow(layout: MapLayout, key: FrontendKey): BlockRows['frontends'][number] | null {
  return (
    layout
      .placeOf(key)
      ?.rows()
      .frontends.find(({ view }) => view.key === key) ?? null
  );
}

/** The row of a backend of a block; null where it is not shown. */
export function backendRow(
  layout: MapLayout,
  { block, key }: { block: string; key: string },
): BlockRows['backends'][number] | null {
  return (
    layout
      .placeOfBlock(block)
      ?.rows()
      .backends.find((row) => row.key === key) ?? null
  );
}

/** Characters of the longest addresses of a layout: columns are made wide enough for them. */
export function longestAddresses({ blocks }: MapLayout): LongestAddresses {
  let frontend = 0;
  let backend = 0;
  for (const { block } of blocks) {
    frontend = Math.max(frontend, block.longest.frontend);
    backend = Math.max(backend, block.longest.backend);
  }
  return { frontend, backend };
}
