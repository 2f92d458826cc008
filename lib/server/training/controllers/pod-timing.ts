import type { KindTypes } from '../api-server/kube-object';

type Pod = KindTypes['Pod'];
type Container = NonNullable<Pod['spec']>['containers'][number];

/** From being bound to a node until the containers run: image at hand, sandbox, network, init containers. */
export const creatingMs = 1_500;
/** From the last container's end until the pod object is gone. */
export const cleaningUpMs = 500;
const exitMs = 1_000;

/** From the containers' start until the pod is ready: the longest initial delay of their probes, and a second. */
export function readyAfterMs(pod: Pod): number {
  const delays = (pod.spec?.containers ?? []).map(({ readinessProbe, startupProbe }) =>
    Math.max(readinessProbe?.initialDelaySeconds ?? 0, startupProbe?.initialDelaySeconds ?? 0),
  );
  return 1_000 + Math.max(0, ...delays) * 1_000;
}

function preStopSeconds({ lifecycle }: Container): number {
  const sleep = lifecycle?.preStop?.sleep?.seconds;
  if (sleep !== undefined) return sleep;
  const command = lifecycle?.preStop?.exec?.command?.join(' ') ?? '';
  return Number(/\bsleep (\d+)/.exec(command)?.[1] ?? 0);
}

/** From the deletion until the containers have ended: their preStop hooks and a second, within the grace. */
export function exitAfterMs(pod: Pod): number {
  const hooks = Math.max(0, ...(pod.spec?.containers ?? []).map(preStopSeconds));
  const graceMs = (pod.metadata.deletionGracePeriodSeconds ?? 30) * 1_000;
  return Math.min(graceMs, hooks * 1_000 + exitMs);
}

/** The kubelet's pause before a crashed container starts again: 10 s, doubled each time, at most 5 minutes. */
export function backOffMs(restartCount: number): number {
  return Math.min(300_000, 10_000 * 2 ** Math.min(restartCount, 10));
}
