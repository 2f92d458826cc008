import { useSyncExternalStore } from 'react';
import { createSilencedAdvice } from './silenced-advice';

/** One for all panels of the page. */
const silencedAdvice = createSilencedAdvice(() => globalThis.localStorage);
const onServer: ReadonlySet<string> = new Set();

/** Gives what this browser's reader silenced, and the ways to change it. */
export function useSilencedAdvice() {
  const silenced = useSyncExternalStore(silencedAdvice.subscribe, silencedAdvice.get, () => onServer);
  return { silenced, silence: silencedAdvice.silence, bringBack: silencedAdvice.bringBack };
}
