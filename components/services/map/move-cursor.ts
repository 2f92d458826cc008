import type { MapLayout } from './map-layout';
import type { TraceTarget } from './trace';

/** The row that has the keyboard. */
export type Cursor = Exclude<TraceTarget, { kind: 'node' }>;

export type CursorMove = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/** Gives the row a key leads to: up and down within a list, right to the backends, left back. Stays where there is none. */
export function moveCursor(layout: MapLayout, cursor: Cursor | null, move: CursorMove): Cursor | null {
  if (move === 'first' || move === 'last') return frontendAt(layout, move === 'first' ? 0 : -1);
  if (cursor === null) return frontendAt(layout, 0);
  if (cursor.kind === 'frontend') {
    const index = layout.frontendIndex.get(cursor.key);
    if (index === undefined) return frontendAt(layout, 0);
    if (move === 'left') return cursor;
    if (move === 'right') return backendAt(layout, layout.frontends[index]?.links[0]?.backend) ?? cursor;
    return frontendAt(layout, Math.max(0, index + (move === 'down' ? 1 : -1))) ?? cursor;
  }
  const index = backendIndex(layout, cursor);
  if (index < 0) return frontendAt(layout, 0);
  if (move === 'right') return cursor;
  if (move === 'left') return frontendAt(layout, layout.backends[index]?.frontends[0] ?? 0);
  return backendAt(layout, Math.max(0, index + (move === 'down' ? 1 : -1))) ?? cursor;
}

/** Index of the backend's row, -1 where it is not there. */
export function backendIndex(layout: MapLayout, { block, key }: { block: string; key: string }): number {
  return layout.backends.findIndex((row) => row.key === key && row.block.id === block);
}

function frontendAt(layout: MapLayout, index: number): Cursor | null {
  const row = layout.frontends.at(index);
  return row ? { kind: 'frontend', key: row.view.key } : null;
}

function backendAt(layout: MapLayout, index: number | undefined): Cursor | null {
  const row = index === undefined ? undefined : layout.backends[index];
  return row ? { kind: 'backend', block: row.block.id, key: row.key } : null;
}
