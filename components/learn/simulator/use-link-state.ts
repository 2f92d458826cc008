'use client';

import { parseAsString, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { IgnoredValue, SimulatorLink } from '@/lib/learn/simulator/link-reader';

/** How a simulator's state stands in the URL. Give a constant: a new object at each render would read the link anew. */
export type LinkState<Key extends string, State> = {
  keys: readonly Key[];
  read: (link: SimulatorLink<Key>) => { state: State; ignored: IgnoredValue[] };
  write: (state: State) => SimulatorLink<Key>;
};

/** Gives a simulator's state out of the URL, what of the URL means nothing, and the way to change it. */
export function useLinkState<Key extends string, State>({ keys, read, write }: LinkState<Key, State>) {
  const parsers = useMemo(() => Object.fromEntries(keys.map((key) => [key, parseAsString])), [keys]);
  const [link, setLink] = useQueryStates(parsers, { history: 'replace' });
  return useMemo(
    () => ({
      // The parsers are those of `keys`, which Object.fromEntries forgets.
      ...read(link as SimulatorLink<Key>),
      setState: (state: State) => void setLink(write(state)),
    }),
    [link, setLink, read, write],
  );
}
