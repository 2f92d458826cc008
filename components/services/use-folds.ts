'use client';

import { useCallback, useMemo, useState } from 'react';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { foldSets, isUnfolded, turnFold, type FoldChoices } from './fold-choices';
import { wildcardOf } from './map/node-address-fold';
import type { SetServicesUrl } from './use-services-url';

/** A list with no more rows than this shows node addresses at once; a longer one, or a phone, folds them behind their wildcard. */
const mostUnfolded = 40;

type UseFolds = FoldChoices & {
  frontends: readonly FrontendView[];
  selectedKey: string | null;
  phone: boolean;
  setUrl: SetServicesUrl;
};

/** Which wildcard rows are open: as the reader left them in the URL, else by the size of the list when it came. */
export function useFolds({ frontends, selectedKey, phone, unfold, fold, setUrl }: UseFolds) {
  const [openAtFirst, setOpenAtFirst] = useState<boolean | null>(null);
  if (openAtFirst === null && frontends.length > 0)
    setOpenAtFirst(!phone && frontends.length <= mostUnfolded);
  const selectedUnder = useMemo(
    () => (selectedKey === null ? null : wildcardOf(frontends, selectedKey)),
    [frontends, selectedKey],
  );
  const isAtFirst = useCallback(
    (key: string) => openAtFirst === true || key === selectedUnder,
    [openAtFirst, selectedUnder],
  );
  const sets = useMemo(() => foldSets({ unfold, fold }), [unfold, fold]);
  const isFoldOpen = useCallback((key: string) => isUnfolded(sets, key, isAtFirst(key)), [sets, isAtFirst]);
  const onToggleFold = useCallback(
    (key: string) => void setUrl((url) => turnFold(url, key, isAtFirst(key))),
    [setUrl, isAtFirst],
  );
  return useMemo(() => ({ isFoldOpen, onToggleFold }), [isFoldOpen, onToggleFold]);
}

export type Folds = ReturnType<typeof useFolds>;
