'use client';

import { useSyncExternalStore } from 'react';

const query = '(width < 45.0625rem)';

function subscribe(listener: () => void): () => void {
  const media = matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** True on a screen as narrow as a phone's (the `desk` breakpoint of theme.css). */
export function usePhone(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  );
}
