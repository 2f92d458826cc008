'use client';

import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { createLiveUpdates, type LiveState, type LiveUpdates } from '@/lib/queries/live-updates';

const LiveUpdatesContext = createContext<LiveUpdates | null>(null);

/** Opens the event stream for as long as the page is open. */
export function LiveUpdatesProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const [updates] = useState(() => createLiveUpdates(queryClient));
  useEffect(() => updates.start(), [updates]);
  return <LiveUpdatesContext value={updates}>{children}</LiveUpdatesContext>;
}

/** Gives the page's live updates, to pause and to resume them. */
export function useLiveUpdates(): LiveUpdates {
  const updates = useContext(LiveUpdatesContext);
  if (updates === null) throw new Error('useLiveUpdates needs a LiveUpdatesProvider above it');
  return updates;
}

const connecting: LiveState = { phase: 'connecting' };

/** Gives how the page is connected, and renders again when that changes. */
export function useLiveState(): LiveState {
  const updates = useLiveUpdates();
  return useSyncExternalStore(updates.subscribe, updates.getState, () => connecting);
}
