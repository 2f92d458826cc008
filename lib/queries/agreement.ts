import { queryOptions } from '@tanstack/react-query';
import { paths } from '@/lib/paths';
import type { AgreementSummary, AgreementView } from '@/lib/snapshot/agreement-view';
import type { ConvergenceList, ConvergenceView } from '@/lib/snapshot/convergence-view';
import { fetchJson } from './fetch-json';

const keptMax = 200;
/** What is not pushed is asked so often while somebody looks. */
const askedEachMs = 5_000;

/** Whether every agent has what it must have. Pushed. */
export function agreementQuery() {
  return queryOptions({
    queryKey: ['agreement'],
    queryFn: ({ signal }): Promise<AgreementSummary> => fetchJson<AgreementView>(paths.api.agreement, signal),
  });
}

/** The agreement with all that differs rightly: too much to be pushed, it is asked for when somebody takes or reads it. */
export function wholeAgreementQuery() {
  return queryOptions({
    queryKey: ['whole-agreement'],
    queryFn: ({ signal }) => fetchJson<AgreementView>(paths.api.agreement, signal),
  });
}

/** What differs rightly, newest first. Asked each few seconds while somebody reads it: it comes and goes. */
export function expectedDivergencesQuery() {
  return queryOptions({
    ...wholeAgreementQuery(),
    select: ({ expected }) => expected,
    refetchInterval: askedEachMs,
  });
}

/**
 * When agents followed the latest changes of the API, newest first. That a change came, and that all have followed it,
 * is pushed; how many have meanwhile is asked each few seconds while somebody looks.
 */
export function convergenceQuery() {
  return queryOptions({
    queryKey: ['convergence'],
    queryFn: ({ signal }) => fetchJson<ConvergenceList>(paths.api.convergence, signal),
    refetchInterval: ({ state }) =>
      state.data?.changes.some(({ agents, followed }) => followed < agents) ? askedEachMs : false,
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
