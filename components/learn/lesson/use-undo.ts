import { useState } from 'react';
import { beginPast, stateBefore, undone, withState } from '@/lib/learn/lesson/past-states';

/**
 * Remembers the states that were in one step of a lesson, and gives the way back by one: the state to go to, or null
 * where there is none. Call `undo` when going there.
 */
export function useUndo(step: string, query: string): { before: string | null; undo: () => void } {
  const [past, setPast] = useState(() => beginPast(step, query));
  const now = withState(past, step, query);
  if (now !== past) setPast(now);
  return { before: stateBefore(now), undo: () => setPast(undone(now)) };
}
