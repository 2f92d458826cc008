import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PlanRequest } from '@/lib/cilium/plan/plan-input';
import { planQuery as planText } from '@/lib/cilium/plan/plan-text';
import { paths } from '@/lib/paths';
import type { PlanView } from '@/lib/snapshot/plan-view';
import { postJson } from './fetch-json';

/** The cluster moves on: a plan on screen is made anew so often. */
const againEachMs = 15_000;

/** The plan of some changes, on the cluster of now. Not asked where nothing changes. */
export function planQuery(request: PlanRequest) {
  return queryOptions({
    queryKey: ['plan', planText(request)],
    queryFn: ({ signal }) => postJson<PlanView>(paths.api.plans, request, signal),
    enabled: Object.keys(request.changes).length > 0,
    staleTime: 0,
    refetchInterval: againEachMs,
    placeholderData: keepPreviousData,
  });
}
