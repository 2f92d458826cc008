import { useSyncExternalStore } from 'react';
import { noProgress } from '@/lib/learn/lesson/progress';
import { createKeptProgress } from './kept-progress';

/** One for all parts of the page. */
const keptProgress = createKeptProgress(() => globalThis.localStorage);

/** Gives how far this browser's reader is, and the ways to change it. */
export function useProgress() {
  const progress = useSyncExternalStore(keptProgress.subscribe, keptProgress.get, () => noProgress);
  const { tell, forget, replace } = keptProgress;
  return { progress, tell, forget, replace };
}
