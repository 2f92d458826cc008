'use client';

import { parseAsString, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { dsrKeys, readDsrLink, writeDsrLink, type DsrKey, type DsrState } from '@/lib/learn/dsr/dsr-state';

const parsers = Object.fromEntries(dsrKeys.map((key) => [key, parseAsString])) as Record<
  // Object.fromEntries forgets which keys it was given.
  DsrKey,
  typeof parseAsString
>;

/** Gives the simulator's state out of the URL, what of the URL means nothing, and the way to change it. */
export function useDsrState() {
  const [link, setLink] = useQueryStates(parsers, { history: 'replace' });
  return useMemo(
    () => ({
      ...readDsrLink(link),
      setState: (state: DsrState) => void setLink(writeDsrLink(state)),
    }),
    [link, setLink],
  );
}
