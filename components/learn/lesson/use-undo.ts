import { useState } from 'react';

type Past = {
  key: string;
  states: readonly string[];
  /** The state that an undo asked for, and that is not there yet. */ awaited: string | null;
};

const keptMax = 100;

/**
 * Remembers the states that were, for one `key` (a step of a lesson), and gives the way back by one: the state to go to,
 * or null where there is none.
 */
export function useUndo(key: string, state: string): { before: string | null; undo: () => void } {
  const [past, setPast] = useState<Past>({ key, states: [state], awaited: null });
  let now = past;
  if (past.key !== key) now = { key, states: [state], awaited: null };
  else if (past.awaited === state) now = { ...past, awaited: null };
  else if (past.awaited === null && past.states.at(-1) !== state)
    now = { ...past, states: [...past.states, state].slice(-keptMax) };
  if (now !== past) setPast(now);
  const before = now.awaited === null ? (now.states.at(-2) ?? null) : null;
  return {
    before,
    undo: () => {
      if (before !== null) setPast({ ...now, states: now.states.slice(0, -1), awaited: before });
    },
  };
}
