import type { KindTypes } from '../api-server/kube-object';

type ReplicaSet = KindTypes['ReplicaSet'];

export type RollingLimits = { replicas: number; maxSurge: number; maxUnavailable: number };

const sizeOf = (set: ReplicaSet) => set.spec?.replicas ?? 0;
const availableOf = (set: ReplicaSet) => set.status?.availableReplicas ?? 0;
const total = (sets: readonly ReplicaSet[], value: (set: ReplicaSet) => number) =>
  sets.reduce((sum, set) => sum + value(set), 0);

/** How large the new ReplicaSet may be now: never more pods than replicas and surge together. */
export function scaleUpNew(current: ReplicaSet, old: readonly ReplicaSet[], limits: RollingLimits): number {
  const size = sizeOf(current);
  if (size >= limits.replicas) return limits.replicas;
  const room = limits.replicas + limits.maxSurge - (size + total(old, sizeOf));
  return Math.min(limits.replicas, size + Math.max(0, room));
}

/** How far the old ReplicaSets shrink now: first by pods that do not work, then as availability allows. */
export function scaleDownOld(
  current: ReplicaSet,
  currentSize: number,
  old: readonly ReplicaSet[],
  limits: RollingLimits,
): [ReplicaSet, number][] {
  const minAvailable = limits.replicas - limits.maxUnavailable;
  const newUnavailable = Math.max(0, currentSize - availableOf(current));
  let mayGo = currentSize + total(old, sizeOf) - minAvailable - newUnavailable;
  let mayLose = availableOf(current) + total(old, availableOf) - minAvailable;
  return old
    .filter((set) => sizeOf(set) > 0)
    .map((set) => {
      const broken = Math.max(0, Math.min(mayGo, sizeOf(set) - availableOf(set)));
      mayGo -= broken;
      const working = Math.max(0, Math.min(mayGo, mayLose, sizeOf(set) - broken));
      mayGo -= working;
      mayLose -= working;
      return [set, sizeOf(set) - broken - working];
    });
}
