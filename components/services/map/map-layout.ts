import type { FrontendKey } from '@/lib/cilium/frontend';
import type { Depth } from '../group/zoom';
import type { BlockRows } from './block-rows';
import { blockHeight, blockRows } from './block-rows';
import type { FoldState } from './node-address-fold';
import type { LongestAddresses } from './map-columns';
import type { ServiceBlock } from './service-block';
import { visibleRange } from './visible-range';
import type { RowGroup } from '../group/row-group';

/** Heights in CSS pixels. `service` is a head of its own: 0 where the name stands in the first row (the map). */
export type RowMetrics = {
  /** `paired`: the two lists side by side, the shorter centred; `stacked`: one under the other (the phone's list). */
  arrangement: 'paired' | 'stacked';
  head: number;
  service: number;
  frontend: number;
  backend: number;
  blockPadding: number;
  /** The same for a block drawn as one line. */
  linePadding: number;
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
  linePadding: 2,
  blockGap: 2,
  listGap: 0,
  namespaceGap: 6,
};

export type HeadRow = { y: number; group: RowGroup; collapsed: boolean };

/** A block at its place; its rows are made when they are first asked for, which most never are. */
export type PlacedBlock = { y: number; height: number; block: ServiceBlock; rows: () => BlockRows };

/** One object for each of thousands of blocks, at every key typed: functions of its own would be three more. */
class Placed implements PlacedBlock {
  private made: BlockRows | undefined;

  constructor(
    readonly y: number,
    readonly height: number,
    readonly block: ServiceBlock,
    private readonly make: (block: ServiceBlock, top: number) => BlockRows,
  ) {}

  rows(): BlockRows {
    return (this.made ??= this.make(this.block, this.y));
  }
}

/** Every block with its place, top to bottom. `y` is the top of a row in CSS pixels. */
export type MapLayout = {
  heads: HeadRow[];
  blocks: PlacedBlock[];
  height: number;
  /** Heads and rows of both lists. */
  rowCount: number;
  /** Where the first row of a frontend is; null for one that is not shown, be it folded or collapsed. */
  placeOf: (key: FrontendKey) => PlacedBlock | null;
  /** The place of a block by its id. */
  placeOfBlock: (id: string) => PlacedBlock | null;
};

/** Places every block; linear in blocks, whatever their rows. */
export function layoutMap(
  groups: readonly RowGroup[],
  isOpen: FoldState,
  isCollapsed: (value: string) => boolean,
  metrics: RowMetrics = mapMetrics,
  depthOf: (block: ServiceBlock) => Depth = () => 'backends',
): MapLayout {
  const heads: HeadRow[] = [];
  const blocks: PlacedBlock[] = [];
  const make = (block: ServiceBlock, top: number) => blockRows(block, top, isOpen, metrics, depthOf(block));
  let y = 0;
  let rowCount = 0;
  for (const [index, group] of groups.entries()) {
    if (index > 0) y += metrics.namespaceGap;
    const collapsed = isCollapsed(group.value);
    heads.push({ y, group, collapsed });
    y += metrics.head;
    rowCount += 1;
    if (collapsed) continue;
    for (const [blockIndex, block] of group.blocks.entries()) {
      if (blockIndex > 0) y += metrics.blockGap;
      const depth = depthOf(block);
      const { height, rows } = blockHeight(block, isOpen, metrics, depth);
      blocks.push(new Placed(y, height, block, make));
      rowCount += rows;
      y += height;
    }
  }
  return { heads, blocks, height: y, rowCount, ...places(blocks) };
}

/** The ways to find a block; the indices are made when one is first used. */
function places(blocks: readonly PlacedBlock[]): Pick<MapLayout, 'placeOf' | 'placeOfBlock'> {
  let byFrontend: Map<FrontendKey, PlacedBlock> | undefined;
  let byId: Map<string, PlacedBlock> | undefined;
  return {
    placeOf(key) {
      // Of several places the first counts: the last one set wins.
      byFrontend ??= new Map(
        blocks
          .toReversed()
          .flatMap((placed) => placed.block.frontends.map((view) => [view.key, placed] as const)),
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
    lines: found.flatMap(({ lines }) => lines),
    sums: found.flatMap(({ sums }) => sums),
  };
}

/** The row of a frontend, in one block or the first of all; null where it is not shown. */
export function frontendRow(
  layout: MapLayout,
  key: FrontendKey,
  block?: string,
): BlockRows['frontends'][number] | null {
  return (
    (block === undefined ? layout.placeOf(key) : layout.placeOfBlock(block))
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
