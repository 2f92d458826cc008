import { queryOptions } from '@tanstack/react-query';
import { paths } from '@/lib/paths';
import type { FrontendKey } from '@/lib/cilium/frontend';
import type { FrontendDetail, FrontendView } from '@/lib/snapshot/frontend-view';
import type { FrontendPage } from '@/lib/snapshot/live-event';
import { unpackFrontends } from '@/lib/snapshot/pack-frontends';
import { fetchJson } from './fetch-json';

/** Every frontend of the cluster, as of `revision`. */
export type FrontendSet = { revision: number; items: FrontendView[] };

/** Every frontend over all agents; the page filters and sorts what it holds. Pushed. */
export function frontendsQuery() {
  return queryOptions({
    queryKey: ['frontends'],
    queryFn: async ({ signal }): Promise<FrontendSet> => {
      const page = await fetchJson<FrontendPage>(paths.api.frontends, signal);
      return { revision: page.revision, items: unpackFrontends(page) };
    },
    // Deltas replace the rows they name and keep all others: nothing is left to compare.
    structuralSharing: false,
  });
}

/** One frontend with its policies, what the API says, and each node's own lines. Asked again when the row changed. */
export function frontendQuery(key: FrontendKey) {
  return queryOptions({
    queryKey: ['frontend', key],
    queryFn: ({ signal }) => fetchJson<FrontendDetail>(paths.api.frontend(key), signal),
  });
}
