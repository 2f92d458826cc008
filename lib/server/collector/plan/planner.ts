import { makePlan } from '@/lib/cilium/plan/make-plan';
import type { PlanRequest } from '@/lib/cilium/plan/plan-input';
import type { PlanView } from '@/lib/snapshot/plan-view';
import type { PlanSources } from './plan-cluster';
import { planCluster } from './plan-cluster';

/** Gives the function that makes plans from what is known at the moment it is called. */
export function planner(sources: PlanSources): (request: PlanRequest) => PlanView {
  return (request) => {
    const cluster = planCluster(sources);
    const { namespace } = cluster;
    return {
      ...makePlan(request, cluster),
      madeTimestamp: new Date().toISOString(),
      namespace,
      configWrittenTimestamp: sources.config.historyOf(namespace)?.latest?.map.writtenTimestamp ?? null,
    };
  };
}
