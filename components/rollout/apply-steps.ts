import { paceWords } from '@/components/change/plan-words';
import { formatPlural } from '@/lib/format';
import type { PlanView } from '@/lib/snapshot/plan-view';
import type { RolloutWay } from '@/lib/snapshot/rollout-view';

/** One thing that will be done: the act, and how. */
export type ApplyStep = { act: string; how: string };

/** What applying will do, in its order. */
export function applySteps(plan: PlanView, rollsBack: boolean, way: RolloutWay): ApplyStep[] {
  const { blastRadius } = plan;
  const tail = plan.canary.replaces.length === 0 ? '' : ', and an earlier canary goes';
  return [
    { act: 'dry run', how: 'on the API server' },
    way === 'helm'
      ? { act: 'helm upgrade', how: `with the chart of the release${tail}` }
      : {
          act: 'write',
          how:
            plan.nodes === null
              ? `ConfigMap ${plan.namespace}/cilium-config${tail}`
              : `a CiliumNodeConfig for ${formatPlural(plan.nodes.length, 'node')}`,
        },
    {
      act: 'restart',
      how: `${formatPlural(blastRadius.nodes.length, 'agent')}, ${paceWords(blastRadius.rollout)}`,
    },
    {
      act: 'read back',
      how: plan.nodes === null ? 'each agent, and compare agreement' : 'each of them, and the others too',
    },
    ...(blastRadius.operatorKeys.length === 0 ? [] : [{ act: 'restart', how: 'the operator' }]),
    rollsBack
      ? { act: 'roll back', how: 'by itself on any failure' }
      : { act: 'stop', how: 'on any failure, and leave it to you' },
  ];
}
