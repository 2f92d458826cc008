import type { PlanView } from '@/lib/snapshot/plan-view';
import type { ChangePermission, HelmWay, RolloutWay } from '@/lib/snapshot/rollout-view';

/** The release that a plan can be written through, or why not; null where none owns what it writes. */
export function helmWayOf(
  plan: Pick<PlanView, 'nodes'>,
  permission: ChangePermission | null,
): HelmWay | null {
  return plan.nodes === null ? (permission?.helm ?? null) : null;
}

/** How a plan is written, for what the reader chose; null: nothing yet. */
export function wayOf(chosen: RolloutWay | null, helm: HelmWay | null): RolloutWay {
  return helm?.possible ? (chosen ?? 'helm') : 'patch';
}
