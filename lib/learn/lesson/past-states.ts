/** The states of a simulator that were, in one step of a lesson; each is the query of a URL, its values in order. */
export type PastStates = {
  step: string;
  /** From the first to the one now. */
  states: readonly string[];
  /** An undo that is under way: the state it was asked in, and the one it leads to. */
  awaited: { from: string; to: string } | null;
};

const keptMax = 100;

/** Begins with the state now. */
export function beginPast(step: string, query: string): PastStates {
  return { step, states: [ordered(query)], awaited: null };
}

/** Takes the state now; gives the same object where nothing is new, and begins anew in another step. */
export function withState(past: PastStates, step: string, query: string): PastStates {
  const state = ordered(query);
  if (past.step !== step) return beginPast(step, query);
  if (past.awaited?.to === state) return { ...past, awaited: null };
  if (past.awaited?.from === state || past.states.at(-1) === state) return past;
  return { ...past, states: [...past.states, state].slice(-keptMax), awaited: null };
}

/** Gives the state before the one now; null where there is none, or while an undo is under way. */
export function stateBefore({ states, awaited }: PastStates): string | null {
  return awaited === null ? (states.at(-2) ?? null) : null;
}

/** Goes back by one: the state before is awaited. */
export function undone(past: PastStates): PastStates {
  const [from, to] = [past.states.at(-1), stateBefore(past)];
  if (from === undefined || to === null) return past;
  return { ...past, states: past.states.slice(0, -1), awaited: { from, to } };
}

/** The same state, however its values are ordered: what is set anew moves to the end of a URL. */
function ordered(text: string): string {
  const query = new URLSearchParams(text);
  query.sort();
  return query.toString();
}
