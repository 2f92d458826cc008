import type { MapLayout, PlacedBlock } from './map-layout';
import { backendRow, frontendRow } from './map-layout';
import type { BackendRow, BlockRows, FrontendRow } from './block-rows';
import type { TraceTarget } from './trace';

/** The row that has the keyboard. */
export type Cursor = Exclude<TraceTarget, { kind: 'node' }>;

export type CursorMove = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/** Gives the row a key leads to: up and down within a list, right to the backends, left back. Stays where there is none. */
export function moveCursor(layout: MapLayout, cursor: Cursor | null, move: CursorMove): Cursor | null {
  const first = () => toFrontend(edge(layout.blocks, 'frontends', 'down'));
  if (move === 'first' || cursor === null) return first();
  if (move === 'last') return toFrontend(edge(layout.blocks, 'frontends', 'up'));
  if (cursor.kind === 'frontend') {
    const row = frontendRow(layout, cursor.key);
    if (row === null) return first();
    if (move === 'left') return cursor;
    if (move === 'right') return toBackend(row.links[0]?.backend) ?? cursor;
    return toFrontend(neighbour(layout, 'frontends', row, move)) ?? cursor;
  }
  const row = backendRow(layout, cursor);
  if (row === null) return first();
  if (move === 'right') return cursor;
  if (move === 'left') return toFrontend(row.frontends[0]) ?? first();
  return toBackend(neighbour(layout, 'backends', row, move)) ?? cursor;
}

type ListName = 'frontends' | 'backends';
type RowOf<Name extends ListName> = BlockRows[Name][number];

/** The row after or before one in its list, in its own block or in the next that has any. */
function neighbour<Name extends ListName>(
  layout: MapLayout,
  list: Name,
  row: RowOf<Name>,
  move: 'up' | 'down',
): RowOf<Name> | undefined {
  const placed = layout.placeOfBlock(row.block.id);
  if (placed === null) return undefined;
  const rows: RowOf<Name>[] = placed.rows()[list];
  const within = rows[rows.indexOf(row) + (move === 'down' ? 1 : -1)];
  if (within !== undefined) return within;
  const at = layout.blocks.indexOf(placed);
  const rest = move === 'down' ? layout.blocks.slice(at + 1) : layout.blocks.slice(0, at);
  return edge(rest, list, move);
}

/** The first row (`down`) or the last (`up`) of a list over some blocks. */
function edge<Name extends ListName>(
  blocks: readonly PlacedBlock[],
  list: Name,
  move: 'up' | 'down',
): RowOf<Name> | undefined {
  const has = ({ block }: PlacedBlock) => list === 'frontends' || block.backendCount > 0;
  const placed = move === 'down' ? blocks.find(has) : blocks.findLast(has);
  const rows: RowOf<Name>[] | undefined = placed?.rows()[list];
  return rows?.at(move === 'down' ? 0 : -1);
}

function toFrontend(row: FrontendRow | undefined): Cursor | null {
  return row ? { kind: 'frontend', key: row.view.key } : null;
}

function toBackend(row: BackendRow | undefined): Cursor | null {
  return row ? { kind: 'backend', block: row.block.id, key: row.key } : null;
}
