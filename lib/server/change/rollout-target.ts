import type { PlanView } from '@/lib/snapshot/plan-view';
import type { AgentSource } from './agent-source';
import type { RolloutWrites } from './change-permission';
import { operatorName } from './prepare-scope';

/** The objects that a change of a namespace's agents concerns. */
export type RolloutTarget = { namespace: string; configMap: string; daemonSet: string };

/** Gives the ConfigMap and DaemonSet of the agents of a namespace, by their usual names where none is known. */
export function targetOf(source: AgentSource, namespace: string): RolloutTarget {
  const found = source.settings().configurations.find((one) => one.namespace === namespace);
  const agent = source.agents().items.find((one) => one.namespace === namespace && one.daemonSet !== null);
  return {
    namespace,
    configMap: found?.configMap?.name ?? 'cilium-config',
    daemonSet: agent?.daemonSet ?? 'cilium',
  };
}

/** What a rollout of a plan would write. */
export function writesOf(source: AgentSource, plan: PlanView): RolloutWrites {
  const { namespace, nodes, canary, blastRadius } = plan;
  return {
    ...targetOf(source, namespace),
    canary: nodes === null ? undefined : canary,
    replaced: canary.replaces,
    operator: blastRadius.operatorKeys.length > 0 ? { name: operatorName } : undefined,
  };
}
