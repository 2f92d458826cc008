import { queryOptions } from '@tanstack/react-query';
import { paths } from '@/lib/paths';
import type { AgreementView } from '@/lib/snapshot/agreement-view';
import type { ConvergenceList, ConvergenceView } from '@/lib/snapshot/convergence-view';
import { fetchJson } from './fetch-json';

const keptMax = 200;

/** Whether every agent has what it must have. Pushed. */
export function agreementQuery() {
  return queryOptions({
    queryKey: ['agreement'],
    queryFn: ({ signal }) => fetchJson<AgreementView>(paths.api.agreement, signal),
  });
}

/** When agents followed the latest changes of the API, newest first. Pushed. */
export function convergenceQuery() {
  return queryOptions({
    queryKey: ['convergence'],
    queryFn: ({ signal }) => fetchJson<ConvergenceList>(paths.api.convergence, signal),
  });
}

/** Puts changes in their place among those known: newest first, the latest 200. */
export function mergeConvergence(
  known: readonly ConvergenceView[],
  changes: readonly ConvergenceView[],
): ConvergenceView[] {
  const byId = new Map([...known, ...changes].map((change) => [change.id, change]));
  return [...byId.values()].sort((a, b) => b.id - a.id).slice(0, keptMax);
}
