'use client';

import { useEffect, useEffectEvent } from 'react';

/** What a key does; true means it is done and the browser need not act on it. */
export type PageKeys = (event: KeyboardEvent) => boolean;

/** Hears the keys of the whole page, but not while the reader writes, holds a modifier, or is asked something. */
export function usePageKeys(onKey: PageKeys): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isElsewhere(event.target)) return;
    if (onKey(event)) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]') !== null
  );
}

/** True where Enter, Space or an arrow belongs to the control that has the focus. */
export function isOnControl(event: KeyboardEvent): boolean {
  return (
    event.target instanceof HTMLElement && event.target.closest('button, a[href], [role="radio"]') !== null
  );
}
