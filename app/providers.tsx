'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { Tooltip } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { LiveUpdatesProvider } from '@/components/state/live-updates-provider';
import { offerStyleNonce } from '@/components/state/style-nonce';
import { createQueryClient } from '@/lib/queries/query-client';

if (typeof document !== 'undefined') offerStyleNonce();

/** What every page needs around it: the cache, its live updates, the URL's state. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <LiveUpdatesProvider>
        <NuqsAdapter>
          <Tooltip.Provider delayDuration={350}>{children}</Tooltip.Provider>
        </NuqsAdapter>
      </LiveUpdatesProvider>
    </QueryClientProvider>
  );
}
