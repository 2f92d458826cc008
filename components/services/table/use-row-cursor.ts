'use client';

import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { isOnControl } from '../use-page-keys';

/** The table row that has the keyboard. Heights are CSS pixels. */
export function useRowCursor(
  keys: readonly string[],
  scrollerRef: RefObject<HTMLElement | null>,
  rowHeight: number,
  headHeight: number,
) {
  const [cursor, setCursor] = useState<string | null>(null);
  const focusWanted = useRef(false);

  useLayoutEffect(() => {
    if (!focusWanted.current || cursor === null) return;
    const rows = scrollerRef.current?.querySelectorAll<HTMLElement>('tr[data-frontend]') ?? [];
    const row = [...rows].find(({ dataset }) => dataset['frontend'] === cursor);
    if (!row) return;
    focusWanted.current = false;
    row.focus({ preventScroll: true });
  });

  function moveTo(key: string, focus: boolean) {
    setCursor(key);
    if (!focus) return;
    focusWanted.current = true;
    const element = scrollerRef.current;
    if (!element) return;
    const y = keys.indexOf(key) * rowHeight;
    const bottom = y + rowHeight * 2 - (element.clientHeight - headHeight);
    if (element.scrollTop > y - rowHeight) element.scrollTop = Math.max(0, y - rowHeight);
    else if (element.scrollTop < bottom) element.scrollTop = bottom;
  }

  function onKey(event: KeyboardEvent): boolean {
    const last = keys.length - 1;
    const at = cursor === null ? -1 : keys.indexOf(cursor);
    const to = targetIndex(event, at, last);
    const key = to === null ? undefined : keys[to];
    if (key !== undefined) moveTo(key, true);
    return key !== undefined;
  }

  return { cursor, moveTo, onKey };
}

function targetIndex(event: KeyboardEvent, at: number, last: number): number | null {
  if (event.key.length > 1 && isOnControl(event)) return null;
  switch (event.key) {
    case 'j':
    case 'J':
    case 'ArrowDown':
      return Math.min(last, at + 1);
    case 'k':
    case 'K':
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
