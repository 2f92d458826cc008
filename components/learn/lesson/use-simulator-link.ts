'use client';

import { parseAsString, useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import { simulatorModels } from '@/lib/learn/lesson/simulator-facts';
import type { SimulatorId } from '@/lib/learn/simulator/simulator-id';

/**
 * Gives the way to put the simulator beside a lesson into another state: that of a query, defaults for what it lacks.
 * The router alone would not do: nuqs 2.10 keeps what was set last where the URL goes back to what it began with.
 */
export function useSimulatorLink(simulator: SimulatorId | null): (query: string) => void {
  const keys = useMemo(() => (simulator === null ? [] : simulatorModels[simulator].keys), [simulator]);
  const parsers = useMemo(() => Object.fromEntries(keys.map((key) => [key, parseAsString])), [keys]);
  const [, setLink] = useQueryStates(parsers, { history: 'replace' });
  return useCallback(
    (query: string) => {
      const wanted = new URLSearchParams(query);
      void setLink(Object.fromEntries(keys.map((key) => [key, wanted.get(key)])));
    },
    [keys, setLink],
  );
}
