'use client';

import { useSyncExternalStore } from 'react';

/** The reader's choice, for this visit only: it is kept in no cookie and in no address. */
let masked = false;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function choose(next: boolean): void {
  masked = next;
  for (const listener of listeners) listener();
}

/** Whether exports are masked, and the way to change it; one choice for every export menu. */
export function useMaskChoice(): [masked: boolean, choose: (masked: boolean) => void] {
  const chosen = useSyncExternalStore(
    subscribe,
    () => masked,
    () => false,
  );
  return [chosen, choose];
}
