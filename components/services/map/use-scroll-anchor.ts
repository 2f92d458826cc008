'use client';

import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { MapLayout } from './map-layout';
import { frontendRow } from './map-layout';
import { visibleRange } from './visible-range';

/**
 * Keeps what the reader looks at where it is when rows come or go above it: the row pointed at, else the first
 * in view. When `resetKey` changes (another filter), the list starts at its top instead.
 */
export function useScrollAnchor(
  ref: RefObject<HTMLElement | null>,
  layout: MapLayout,
  pointedKey: string | null,
  resetKey: string,
  scale: number,
): void {
  const before = useRef({ layout, resetKey });
  useLayoutEffect(() => {
    const old = before.current;
    before.current = { layout, resetKey };
    const element = ref.current;
    if (!element || old.layout === layout) return;
    if (old.resetKey !== resetKey) {
      element.scrollTop = 0;
      return;
    }
    const scrollTop = element.scrollTop / scale;
    if (scrollTop === 0) return;
    const anchor = anchorOf(old.layout, pointedKey, scrollTop);
    const row = anchor === null ? null : frontendRow(layout, anchor.view.key, anchor.block.id);
    if (anchor !== null && row !== null) {
      element.scrollTop += (row.y - anchor.y) * scale;
      return;
    }
    // Where no row is drawn for it any more, its Service keeps its place.
    const block = old.layout.blocks[visibleRange(old.layout.blocks, scrollTop, scrollTop).start];
    const now = block === undefined ? null : layout.placeOfBlock(block.block.id);
    if (block !== undefined && now !== null) element.scrollTop += (now.y - block.y) * scale;
  }, [ref, layout, pointedKey, resetKey, scale]);
}

function anchorOf(layout: MapLayout, pointedKey: string | null, scrollTop: number) {
  const pointed = pointedKey === null ? null : frontendRow(layout, pointedKey);
  if (pointed !== null) return pointed;
  const { start } = visibleRange(layout.blocks, scrollTop, scrollTop);
  return (
    layout.blocks
      .slice(start, start + 2)
      .flatMap((placed) => placed.rows().frontends)
      .find(({ y }) => y >= scrollTop) ?? null
  );
}
