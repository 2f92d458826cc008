import type { PlannedRule } from '@/lib/cilium/plan/plan';
import type { ConfigContainer } from '@/lib/cilium/settings/config-sources';
import { nodeConfigHindrance } from '@/lib/cilium/settings/config-sources';
import type { PlanView } from '@/lib/snapshot/plan-view';
import type { MissingPermission, RolloutRequest } from '@/lib/snapshot/rollout-view';

/** Why a rollout is not begun, or an action not taken. The code says with which status it is answered. */
export type Refusal = {
  code: 'forbidden' | 'not-found' | 'conflict' | 'not-applicable' | 'cluster-failed';
  detail: string;
  hint: string;
  rules?: Pick<PlannedRule, 'id' | 'verdict' | 'message'>[];
};

/** Why the plan made again for a request must not be applied; null where it may. `unchecked` leaves its verdict aside. */
export function planRefusal(request: RolloutRequest, plan: PlanView, unchecked: boolean): Refusal | null {
  if (plan.id !== request.planId) {
    return {
      code: 'conflict',
      detail: `These changes make the plan ${plan.id}, not ${request.planId}.`,
      hint: 'Look at the plan again, and apply that one.',
    };
  }
  const { reasons, object } = plan.canary;
  if (plan.nodes !== null && reasons.length > 0) {
    const words = reasons.map(({ what, reason }) => `${what}: ${reason}`);
    return {
      code: 'not-applicable',
      detail: `This cannot be tried on some nodes alone. ${words.join(' ')}`.slice(0, 1_000),
      hint: 'Leave these keys out, or plan the change for every node.',
    };
  }
  const isWritable = plan.nodes === null || object !== null;
  if (!isWritable || (!plan.applicable && !unchecked)) {
    const rules = plan.rules.filter(({ verdict }) => verdict === 'fatal');
    const words = [
      ...rules.map(({ id, message }) => `${id}: ${message}`),
      ...plan.refused.map(({ what, reason }) => `${what}: ${reason}`),
    ];
    return {
      code: 'not-applicable',
      detail: words.join(' ').slice(0, 1_000) || 'All of it is said already.',
      hint: 'Change what the plan refuses.',
      rules: rules.map(({ id, verdict, message }) => ({ id, verdict, message })),
    };
  }
  return null;
}

/** Verbs that are missing, as a sentence lists them. */
export function missingWords(missing: readonly MissingPermission[]): string {
  return missing
    .map(
      ({ verb, resource, namespace, name }) =>
        `${verb} ${resource}${name === null ? '' : ` ${name}`} in ${namespace}`,
    )
    .join(', ');
}

/** Why the agents would not find what a canary writes for them; null where they would. */
export function unreadRefusal(container: ConfigContainer | null, keys: readonly string[]): Refusal | null {
  const detail = nodeConfigHindrance(container, keys);
  if (detail === null) return null;
  return { code: 'not-applicable', detail, hint: 'Plan the change for every node.' };
}

/** The refusal that names each verb that is missing. */
export function permissionRefusal(missing: readonly MissingPermission[]): Refusal {
  return {
    code: 'forbidden',
    detail: `Our user may not: ${missingWords(missing)}.`,
    hint: 'Ask for these permissions, or start with a user who has them.',
  };
}

export const offRefusal: Refusal = {
  code: 'forbidden',
  detail: 'This server makes no changes.',
  hint: 'Start it with --allow-changes, and without --read-only.',
};

export function lockRefusal(holder: string): Refusal {
  return {
    code: 'conflict',
    detail: `Another rollout is under way: ${holder} holds the lock of this cluster.`,
    hint: 'Wait until it has ended.',
  };
}
