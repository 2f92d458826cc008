'use client';

import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { MapLayout } from './map-layout';

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
    const index = anchor === null ? undefined : layout.frontendIndex.get(anchor.view.key);
    const now = index === undefined ? undefined : layout.frontends[index];
    if (anchor && now && now.y !== anchor.y) element.scrollTop += (now.y - anchor.y) * scale;
  }, [ref, layout, pointedKey, resetKey, scale]);
}

function anchorOf(layout: MapLayout, pointedKey: string | null, scrollTop: number) {
  const pointed = pointedKey === null ? undefined : layout.frontendIndex.get(pointedKey);
  if (pointed !== undefined) return layout.frontends[pointed] ?? null;
  return layout.frontends.find(({ y }) => y >= scrollTop) ?? null;
}
