import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error';

const MOST_RETRIES = 3;

/** Gives the cache of a page. Answers do not age by themselves: live updates replace them. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        // A refusal stays a refusal; a server that is away may come back.
        retry: (failures, error) =>
          failures < MOST_RETRIES &&
          !(error instanceof ApiError && error.status !== null && error.status < 500),
      },
    },
  });
}
