import { queryOptions } from '@tanstack/react-query';
import { paths } from '@/lib/paths';
import type { AdviceView } from '@/lib/snapshot/advice/advice-view';
import { fetchJson } from './fetch-json';

/** What rules have to say of this cluster. Pushed. */
export function adviceQuery() {
  return queryOptions({
    queryKey: ['advice'],
    queryFn: ({ signal }) => fetchJson<AdviceView>(paths.api.advice, signal),
  });
}
