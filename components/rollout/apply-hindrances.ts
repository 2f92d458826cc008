import type { ChangePermission, RolloutWay } from '@/lib/snapshot/rollout-view';
import type { PlanView } from '@/lib/snapshot/plan-view';

/** Why a plan cannot be applied now: in a few words for the button's place, and in full. */
export type Hindrance = { short: string; full: string };

type ApplyState = {
  plan: Pick<PlanView, 'applicable' | 'owner' | 'nodes'>;
  /** null while it is not known. */
  permission: ChangePermission | null;
  /** The reader has said that it be done although somebody else owns the ConfigMap. */
  despiteOwner: boolean;
  way: RolloutWay;
};

/** Who owns what the plan would write and may put it back; null where nobody does, as of a CiliumNodeConfig of ours. */
export function foreignOwner({ owner, nodes }: ApplyState['plan']): PlanView['owner'] {
  return nodes !== null || owner === null || owner.kind === 'unknown' ? null : owner;
}

/** All that stands between this reader and this plan, what nobody can help first. */
export function applyHindrances({ plan, permission, despiteOwner, way }: ApplyState): Hindrance[] {
  const found: Hindrance[] = [];
  if (!plan.applicable)
    found.push({
      short: 'The plan itself stands against it',
      full: 'The plan cannot be applied as it is: see what is said at its top.',
    });
  if (permission === null)
    return [...found, { short: 'Not known yet whether you may', full: 'What you may is being asked.' }];
  if (permission.offByServer)
    found.push({
      short: 'This KPR Explorer only reads',
      full: 'This KPR Explorer only reads: it was started without --allow-changes, or with --read-only. Whoever runs it can start it again with --allow-changes; the commands above do the same by hand.',
    });
  for (const { verb, resource, namespace, name } of permission.missing)
    found.push({
      short: `You may not ${verb} ${resource}`,
      full: `You may not ${verb} ${resource}${name === null ? '' : ` ${name}`}${namespace === '' ? '' : ` in namespace ${namespace}`}. Whoever gives out roles in this cluster can add the verb.`,
    });
  if (permission.lockedBy !== null)
    found.push({
      short: 'Another rollout holds the lock',
      full: `One rollout at a time: the lock of this cluster is held by ${permission.lockedBy}.`,
    });
  if (!permission.allowed && found.length === 0)
    found.push({
      short: 'The server does not allow it',
      full: 'The server does not allow it, and gives no reason.',
    });
  if (way === 'patch' && foreignOwner(plan) !== null && !despiteOwner)
    found.push({
      short: 'Somebody else owns the ConfigMap',
      full: 'Somebody else owns the ConfigMap: say above that it shall be done all the same.',
    });
  return found;
}
