'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { Tooltip } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { LiveUpdatesProvider } from '@/components/state/live-updates-provider';
import { createQueryClient } from '@/lib/queries/query-client';

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
