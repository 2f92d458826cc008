'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False while the server's page comes to life: what the cache learned meanwhile is shown right after. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
