'use client';

import { useEffect, useRef, useState } from 'react';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import type { ChangedRows } from './changed-rows';
import { changedRows, noChanges } from './changed-rows';

const shownMs = 1200;

/** Gives the rows that changed within the last 1.2 s; none for the first list. */
export function useChangedRows(frontends: readonly FrontendView[] | undefined): ChangedRows {
  const before = useRef<ReadonlyMap<string, FrontendView> | null>(null);
  const [changed, setChanged] = useState(noChanges);
  useEffect(() => {
    if (frontends === undefined) return undefined;
    const now = new Map(frontends.map((frontend) => [frontend.key, frontend]));
    const fresh = before.current === null ? noChanges : changedRows(before.current, now);
    before.current = now;
    if (fresh.frontends.size === 0) return undefined;
    // The list is what React shows; which of its rows differ from the last one is known only afterwards.
    setChanged(fresh);
    return undefined;
  }, [frontends]);
  useEffect(() => {
    if (changed === noChanges) return undefined;
    const timer = setTimeout(() => setChanged(noChanges), shownMs);
    return () => clearTimeout(timer);
  }, [changed]);
  return changed;
}
