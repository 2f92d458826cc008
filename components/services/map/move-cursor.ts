import type { MapLayout, PlacedBlock } from './map-layout';
import { backendRow, frontendRow } from './map-layout';
import type { TraceTarget } from './trace';

/** The row that has the keyboard. */
export type Cursor = Exclude<TraceTarget, { kind: 'node' }>;

export type CursorMove = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/** Gives the row a key leads to: up and down within a list, right to the backends, left back. Stays where there is none. */
export function moveCursor(layout: MapLayout, cursor: Cursor | null, move: CursorMove): Cursor | null {
  const first = () => edge(layout.blocks, 'frontends', 'down');
  if (move === 'first' || cursor === null) return first();
  if (move === 'last') return edge(layout.blocks, 'frontends', 'up');
  const placed = placeOf(layout, cursor);
  if (placed === null) return first();
  if (cursor.kind === 'backend') {
    if (move === 'right') return cursor;
    if (move === 'left') {
      const [row] = backendRow(layout, cursor)?.frontends ?? [];
      return row === undefined ? first() : { kind: 'frontend', key: row.view.key, block: row.block.id };
    }
    return neighbour(layout, placed, 'backends', cursor, move) ?? cursor;
  }
  if (move === 'left') return cursor;
  if (move === 'right') {
    const backend = cursor.kind === 'frontend' && frontendRow(layout, cursor.key, cursor.block)?.links[0];
    return backend ? { kind: 'backend', block: placed.block.id, key: backend.backend.key } : cursor;
  }
  return neighbour(layout, placed, 'frontends', cursor, move) ?? cursor;
}

type ListName = 'frontends' | 'backends';

/** The block in which a row stands; null where it is not shown. */
function placeOf(layout: MapLayout, cursor: Cursor): PlacedBlock | null {
  if (cursor.kind === 'frontend') {
    const row = frontendRow(layout, cursor.key, cursor.block);
    return row === null ? null : layout.placeOfBlock(row.block.id);
  }
  if (cursor.kind === 'backend' && backendRow(layout, cursor) === null) return null;
  return layout.placeOfBlock(cursor.block);
}

/** What the keyboard stops at in one list of a block, top to bottom. */
function stopsOf(placed: PlacedBlock, list: ListName): Cursor[] {
  const block = placed.block.id;
  const rows = placed.rows();
  if (list === 'backends') return rows.backends.map(({ key }) => ({ kind: 'backend', block, key }));
  const lines = rows.lines.map((): Cursor => ({ kind: 'block', block }));
  return [
    ...lines,
    ...rows.frontends.map(({ view }): Cursor => ({ kind: 'frontend', key: view.key, block })),
  ];
}

/** The stop after or before one in its list, in its own block or in the next that has any. */
function neighbour(
  layout: MapLayout,
  placed: PlacedBlock,
  list: ListName,
  cursor: Cursor,
  move: 'up' | 'down',
): Cursor | null {
  const stops = stopsOf(placed, list);
  const key = (one: Cursor) => (one.kind === 'block' ? '' : one.key);
  const at = stops.findIndex((stop) => key(stop) === key(cursor));
  const within = stops[at + (move === 'down' ? 1 : -1)];
  if (within !== undefined) return within;
  const index = layout.blocks.indexOf(placed);
  const rest = move === 'down' ? layout.blocks.slice(index + 1) : layout.blocks.slice(0, index);
  return edge(rest, list, move);
}

/** The first stop (`down`) or the last (`up`) of a list over some blocks. */
function edge(blocks: readonly PlacedBlock[], list: ListName, move: 'up' | 'down'): Cursor | null {
  const has = (placed: PlacedBlock) => stopsOf(placed, list).length > 0;
  const placed = move === 'down' ? blocks.find(has) : blocks.findLast(has);
  return (placed && stopsOf(placed, list).at(move === 'down' ? 0 : -1)) ?? null;
}
