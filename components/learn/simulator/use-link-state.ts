'use client';

import { parseAsString, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { IgnoredValue, SimulatorLink } from '@/lib/learn/simulator/link-reader';

/** How a simulator's state stands in the URL. Give a constant: a new object at each render would read the link anew. */
type LinkState<Key extends string, State> = {
  keys: readonly Key[];
  read: (link: SimulatorLink<Key>) => { state: State; ignored: IgnoredValue[] };
  write: (state: State) => SimulatorLink<Key>;
};

/** A simulator's state out of the URL, what of the URL means nothing, and the way to change it. */
export type Linked<State> = {
  state: State;
  ignored: readonly IgnoredValue[];
  setState: (state: State) => void;
};

/** Reads a simulator's state out of the URL, and writes it there. */
export function useLinkState<Key extends string, State>(link: LinkState<Key, State>): Linked<State> {
  const { keys, read, write } = link;
  const parsers = useMemo(() => Object.fromEntries(keys.map((key) => [key, parseAsString])), [keys]);
  const [values, setValues] = useQueryStates(parsers, { history: 'replace' });
  return useMemo(
    () => ({
      // The parsers are those of `keys`, which Object.fromEntries forgets.
      ...read(values as SimulatorLink<Key>),
      setState: (state: State) => void setValues(write(state)),
    }),
    [values, setValues, read, write],
  );
}
