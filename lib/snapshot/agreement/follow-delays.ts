import type { ConvergenceView } from '../convergence-view';

const slowestMax = 3;
const waitingMax = 20;

/** The value below which a part of sorted values lies, by nearest rank; NaN for no values. */
export function quantile(sorted: readonly number[], part: number): number {
  const rank = Math.max(1, Math.ceil(part * sorted.length));
  return sorted[rank - 1] ?? NaN;
}

/** Sums up when agents followed a change: the distribution, the slowest, and who is still to come. */
export function followDelays(
  delaysMs: ReadonlyMap<string, number>,
  waiting: Iterable<string>,
): Pick<ConvergenceView, 'followed' | 'delaysMs' | 'slowest' | 'waiting'> {
  const byDelay = [...delaysMs].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  const sorted = byDelay.map(([, delayMs]) => delayMs).reverse();
  return {
    followed: sorted.length,
    delaysMs:
      sorted.length === 0
        ? null
        : {
            least: quantile(sorted, 0),
            median: quantile(sorted, 0.5),
            p95: quantile(sorted, 0.95),
            most: quantile(sorted, 1),
          },
    slowest: byDelay.slice(0, slowestMax).map(([node, delayMs]) => ({ node, delayMs })),
    waiting: [...waiting].sort().slice(0, waitingMax),
  };
}
