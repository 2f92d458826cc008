import { KubeError } from '@/lib/server/kube/kube-error';
import type { RolloutChange } from '@/lib/snapshot/rollout-view';

const shown = (value: string | null): string =>
  value === null ? 'nothing' : JSON.stringify(value.slice(0, 200));

/** Somebody else wrote the ConfigMap since it was read; what it says of each key now is told beside what was expected. */
export class ConfigConflictError extends KubeError {
  override name = 'ConfigConflictError';
  constructor(object: string, expected: Record<string, string | null>, found: Record<string, string | null>) {
    const values = Object.keys(expected).map(
      (key) => `${key}: expected ${shown(expected[key] ?? null)}, found ${shown(found[key] ?? null)}`,
    );
    super('bad-request', {
      title: 'The ConfigMap was changed by somebody else',
      detail: `${object} was written by somebody else meanwhile. ${values.join('; ')}.`,
      hint: 'Nothing of it was overwritten. Look at what changed, and plan again.',
    });
  }
}

/** Somebody wrote the ConfigMap while Helm was at work, which knows no versions of it and put it back. */
export class EditOverwrittenError extends KubeError {
  override name = 'EditOverwrittenError';
  constructor(
    object: string,
    edited: Readonly<Record<string, string>>,
    now: Readonly<Record<string, string>>,
  ) {
    const keys = [...new Set([...Object.keys(edited), ...Object.keys(now)])];
    const values = keys
      .filter((key) => edited[key] !== now[key])
      .slice(0, 20)
      .map((key) => `${key}: they wrote ${shown(edited[key] ?? null)}, Helm ${shown(now[key] ?? null)}`);
    super('bad-request', {
      title: 'The ConfigMap was changed by somebody else',
      detail: `${object} was written by somebody else while Helm upgraded its release. ${values.join('; ')}.`,
      hint: 'Give the release what they wanted too, and plan again.',
    });
  }
}

/** Helm upgraded its release, and the ConfigMap does not say what it was to say. */
export class UpgradeWithoutEffectError extends KubeError {
  override name = 'UpgradeWithoutEffectError';
  constructor(object: string, changes: readonly RolloutChange[], data: Readonly<Record<string, string>>) {
    const values = changes
      .filter(({ key, to }) => (data[key] ?? null) !== to)
      .map(({ key, to }) => `${key} ${shown(data[key] ?? null)}, not ${shown(to)}`);
    super('bad-request', {
      title: 'The upgrade did not write it so',
      detail: `Helm upgraded the release, and ${object} says ${values.join('; ')}.`,
      hint: 'Look at the values of the release and at its chart, and at who else writes the ConfigMap.',
    });
  }
}

/** An agent did not come up with the new configuration, or not with the values it was to report. */
export class AgentFailedError extends KubeError {
  override name = 'AgentFailedError';
  constructor(node: string, detail: string, hint: string) {
    super('command-failed', { title: `The agent on ${node} failed`, detail, hint });
  }
}

/** Where a CiliumNodeConfig is to be written stands one that says something else. */
export class NodeConfigTakenError extends KubeError {
  override name = 'NodeConfigTakenError';
  constructor(object: string) {
    super('bad-request', {
      title: 'The CiliumNodeConfig is there already',
      detail: `${object} is there already, and says something else or was not written by this rollout.`,
      hint: 'Nothing of it was overwritten. Look who made it, delete it if nobody needs it, and plan again.',
    });
  }
}

/** The operator did not come up again. */
export class OperatorFailedError extends KubeError {
  override name = 'OperatorFailedError';
  constructor(object: string, detail: string) {
    super('command-failed', {
      title: 'The operator failed',
      detail: `${object} did not come up with the new values. ${detail}`,
      hint: 'Look at the log of its pod, and plan another value.',
    });
  }
}

/** Nothing moved for too long. */
export class NoProgressError extends KubeError {
  override name = 'NoProgressError';
  constructor(nodes: readonly string[], limitMs: number) {
    const named = nodes.slice(0, 5).join(', ');
    super('timed-out', {
      title: 'The rollout stands still',
      detail: `Nothing changed for ${Math.round(limitMs / 1000)} s on ${named}.`,
      hint: 'Look at the pods and events of these nodes: whether they are scheduled, pulled and ready.',
    });
  }
}

/** Another dashboard took over the lock of this cluster's rollouts. */
export class LockLostError extends KubeError {
  override name = 'LockLostError';
  constructor(holder: string) {
    super('forbidden', {
      title: 'The lock was lost',
      detail: `The Lease kpr-explorer-rollout is held by ${holder.slice(0, 200)} now.`,
      hint: 'Let that rollout end, then look at where the settings stand and plan again.',
    });
  }
}

/** The values that a ConfigMap should have before a change, or after it. */
export function valuesOf(
  changes: readonly RolloutChange[],
  side: 'from' | 'to',
): Record<string, string | null> {
  return Object.fromEntries(changes.map((change) => [change.key, change[side]]));
}
