import { queryOptions } from '@tanstack/react-query';
import { paths } from '@/lib/paths';
import type { SourceView } from '@/lib/snapshot/source-view';
import { fetchJson } from './fetch-json';

/** Which cluster is looked at. */
export function sourceQuery() {
  return queryOptions({
    queryKey: ['source'],
    queryFn: ({ signal }) => fetchJson<SourceView>(paths.api.source, signal),
  });
}
