import type { DelayPoint } from '@/components/charts/delay-chart';
import type { ConvergenceView } from '@/lib/snapshot/convergence-view';
import { quantile } from '@/lib/snapshot/agreement/follow-delays';

/** The changes as the chart draws them, oldest first; what is open has lasted until now. */
export function delayPoints(changes: readonly ConvergenceView[], nowMs: number): DelayPoint[] {
  const points = changes.map((change): DelayPoint => {
    const { id, changedAt, agents, followed, delaysMs } = change;
    const atMs = Date.parse(changedAt);
    const isOpen = followed < agents;
    const openS = (nowMs - atMs) / 1_000;
    return {
      id,
      atMs,
      leastS: (delaysMs?.least ?? 0) / 1_000,
      medianS: delaysMs === null ? openS : delaysMs.median / 1_000,
      mostS: isOpen ? openS : (delaysMs?.most ?? 0) / 1_000,
      isOpen,
      label: null,
    };
  });
  // One name is read, ten on each other are not.
  const longest = points
    .filter(({ isOpen }) => isOpen)
    .reduce<DelayPoint | null>((best, one) => (best === null || one.mostS > best.mostS ? one : best), null);
  const named = changes.find(({ id }) => id === longest?.id);
  return points
    .map((point) =>
      point.id === longest?.id && named !== undefined ? { ...point, label: named.service.name } : point,
    )
    .reverse();
}

/** The 95th percentile of the slowest agent's delay over changes that are through, in seconds; null for none. */
export function p95OfSlowest(changes: readonly ConvergenceView[]): number | null {
  const sorted = changes
    .flatMap(({ agents, followed, delaysMs }) =>
      followed < agents || delaysMs === null ? [] : delaysMs.most,
    )
    .sort((a, b) => a - b);
  return sorted.length === 0 ? null : quantile(sorted, 0.95) / 1_000;
}
