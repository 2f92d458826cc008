'use client';

import { useEffect } from 'react';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { warmSearch } from '@/lib/snapshot/search-frontends';

/** Rows between two looks at the clock. */
const step = 50;

/**
 * Makes the texts that a search looks through while the browser has nothing else to do, so that the first key pressed
 * finds them ready. Texts of rows that stayed the same are kept anyway.
 */
export function useWarmSearch(frontends: readonly FrontendView[]): void {
  useEffect(() => {
    // Safari has no idle callbacks: there the first search makes them.
    if (!('requestIdleCallback' in window)) return undefined;
    let at = 0;
    const work = (deadline: IdleDeadline) => {
      while (at < frontends.length && deadline.timeRemaining() > 1) {
        frontends.slice(at, at + step).forEach(warmSearch);
        at += step;
      }
      if (at < frontends.length) handle = requestIdleCallback(work);
    };
    let handle = requestIdleCallback(work);
    return () => cancelIdleCallback(handle);
  }, [frontends]);
}
