import { useSyncExternalStore } from 'react';
import type { Lesson } from '@/lib/learn/lesson/lesson-schema';
import { createKeptLessons } from './kept-lessons';

/** One for all parts of the page. */
const keptLessons = createKeptLessons(() => globalThis.localStorage);

/** Gives the lessons of trainers that were taken in, null before the browser has told, and the ways to change them. */
export function useOwnLessons() {
  const ownLessons = useSyncExternalStore<readonly Lesson[] | null>(
    keptLessons.subscribe,
    keptLessons.get,
    () => null,
  );
  return { ownLessons, keep: keptLessons.keep, remove: keptLessons.remove };
}

/** What stands before the id of a trainer's lesson in links and progress, so that it is never taken for one of ours. */
export const ownPrefix = 'own.';
