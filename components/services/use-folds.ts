'use client';

import { useCallback, useMemo, useState } from 'react';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { wildcardOf } from './map/node-address-fold';

/** A list with no more rows than this shows node addresses at once; a longer one, or a phone, folds them behind their wildcard. */
const mostUnfolded = 40;

/** Which wildcard rows are open: as the reader left them, else by the size of the list when it came. */
export function useFolds(frontends: readonly FrontendView[], selectedKey: string | null, phone: boolean) {
  const [openAtFirst, setOpenAtFirst] = useState<boolean | null>(null);
  if (openAtFirst === null && frontends.length > 0)
    setOpenAtFirst(!phone && frontends.length <= mostUnfolded);
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const selectedUnder = useMemo(
    () => (selectedKey === null ? null : wildcardOf(frontends, selectedKey)),
    [frontends, selectedKey],
  );
  const isFoldOpen = useCallback(
    (key: string) => chosen.get(key) ?? (openAtFirst === true || key === selectedUnder),
    [chosen, openAtFirst, selectedUnder],
  );
  const onToggleFold = useCallback(
    (key: string) =>
      setChosen((old) =>
        new Map(old).set(key, !(old.get(key) ?? (openAtFirst === true || key === selectedUnder))),
      ),
    [openAtFirst, selectedUnder],
  );
  return useMemo(() => ({ isFoldOpen, onToggleFold }), [isFoldOpen, onToggleFold]);
}

export type Folds = ReturnType<typeof useFolds>;
