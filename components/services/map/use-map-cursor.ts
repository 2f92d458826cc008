'use client';

import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { isOnControl } from '../use-page-keys';
import type { MapLayout } from './map-layout';
import { backendRow, frontendRow, mapMetrics } from './map-layout';
import { moveCursor, type Cursor, type CursorMove } from './move-cursor';

const moves: Record<string, CursorMove> = {
  j: 'down',
  J: 'down',
  ArrowDown: 'down',
  k: 'up',
  K: 'up',
  ArrowUp: 'up',
  ArrowRight: 'right',
  ArrowLeft: 'left',
  Home: 'first',
  End: 'last',
};

/** Room kept above and below the row that has the keyboard. */
const margin = 34;

/** The row that has the keyboard: keys move it, the list scrolls after it, the focus follows. */
export function useMapCursor(
  layout: MapLayout,
  scrollerRef: RefObject<HTMLElement | null>,
  headHeight: number,
  scale: number,
) {
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const focusWanted = useRef(false);

  useLayoutEffect(() => {
    if (!focusWanted.current || cursor === null) return;
    const row = [...(scrollerRef.current?.querySelectorAll<HTMLElement>('[role="row"]') ?? [])].find(
      ({ dataset }) =>
        cursor.kind === 'block'
          ? dataset['line'] === cursor.block
          : dataset[cursor.kind] === cursor.key &&
            (cursor.block === undefined || dataset['block'] === cursor.block),
    );
    if (!row) return;
    focusWanted.current = false;
    row.focus({ preventScroll: true });
  });

  function moveTo(target: Cursor, focus: boolean) {
    setCursor((old) => (sameCursor(old, target) ? old : target));
    if (!focus) return;
    focusWanted.current = true;
    const y = rowTop(layout, target);
    if (y !== undefined) scrollInto(scrollerRef.current, y * scale, headHeight * scale, margin * scale);
  }

  function onKey(event: KeyboardEvent): boolean {
    const move = moves[event.key];
    if (move === undefined || (event.key.length > 1 && isOnControl(event))) return false;
    const next = moveCursor(layout, cursor, move);
    if (next !== null) moveTo(next, true);
    return next !== null;
  }

  return { cursor, moveTo, onKey };
}

function sameCursor(a: Cursor | null, b: Cursor): boolean {
  if (a === null || a.kind !== b.kind || a.block !== b.block) return false;
  return a.kind === 'block' || (b.kind !== 'block' && a.key === b.key);
}

function rowTop(layout: MapLayout, cursor: Cursor): number | undefined {
  if (cursor.kind === 'block') return layout.placeOfBlock(cursor.block)?.y;
  const row =
    cursor.kind === 'backend' ? backendRow(layout, cursor) : frontendRow(layout, cursor.key, cursor.block);
  return row?.y;
}

/** Scrolls by the least that brings a row at `y` into view. `y` counts from below the sticky head. */
export function scrollInto(element: HTMLElement | null, y: number, head: number, keep: number): void {
  if (!element) return;
  const height = element.clientHeight - head;
  const bottom = y + mapMetrics.frontend + keep - height;
  if (element.scrollTop > y - keep) element.scrollTop = Math.max(0, y - keep);
  else if (element.scrollTop < bottom) element.scrollTop = bottom;
}
