import { KubeError } from '@/lib/server/kube/kube-error';
import { wait } from '@/lib/server/kube/wait';

/** Failures that pass by themselves. */
const passing = new Set(['unreachable', 'connection-lost', 'timed-out', 'throttled', 'server-error']);
const firstWaitMs = 500;
const longestWaitMs = 10_000;

/**
 * Does something on the API server again and again while it fails in ways that pass, for at most so long; then, or when
 * it fails otherwise, throws what it threw. `task` must have the same effect done twice as done once.
 */
export async function persist<Result>(
  task: () => Promise<Result>,
  { signal, limitMs = 120_000 }: { signal: AbortSignal; limitMs?: number },
): Promise<Result> {
  const endMs = Date.now() + limitMs;
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(longestWaitMs, waitMs * 2)) {
    try {
      return await task();
    } catch (error) {
      const passes = error instanceof KubeError && passing.has(error.code);
      if (!passes || signal.aborted || Date.now() + waitMs > endMs) throw error;
      await wait(waitMs, signal);
    }
  }
}
