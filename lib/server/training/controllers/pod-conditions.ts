import type { KindTypes } from '../api-server/kube-object';

type Pod = KindTypes['Pod'];

/** Whether a pod's condition `Ready` is true. */
export function isReady(pod: Pod): boolean {
  return pod.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
}

/** Whether a pod has a deletion under way. */
export function isTerminating(pod: Pod): boolean {
  return pod.metadata.deletionTimestamp !== undefined;
}

/** How long until a ready pod counts as available, in milliseconds; 0 if it does, Infinity if not ready. */
export function availableInMs(pod: Pod, minReadySeconds: number, nowMs: number): number {
  const ready = pod.status?.conditions?.find(({ type }) => type === 'Ready');
  if (ready?.status !== 'True') return Infinity;
  if (minReadySeconds === 0) return 0;
  return Math.max(0, Date.parse(ready.lastTransitionTime ?? '') + minReadySeconds * 1000 - nowMs);
}
