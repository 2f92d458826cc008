import { useSyncExternalStore } from 'react';
import { subscribeToTicks } from '@/components/ui/ticker';
import { serverNowMs } from '@/lib/queries/server-clock';

const nothing = () => () => undefined;

/** Gives the time on the server's clock to the second, in milliseconds since 1970; it stands still where `ticking` is false. */
export function useServerNow(ticking: boolean): number {
  return useSyncExternalStore(
    ticking ? subscribeToTicks : nothing,
    () => Math.floor(serverNowMs() / 1000) * 1000,
    () => Math.floor(serverNowMs() / 1000) * 1000,
  );
}
