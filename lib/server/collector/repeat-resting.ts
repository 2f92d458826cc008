import { setTimeout as sleep } from 'node:timers/promises';
import type { CollectorLogger } from './collector-options';

/** A task rests so many times as long as it took: merging a large table after each answer would eat a core. */
const restParts = 6;

/** Runs a task again and again until it is stopped: each so many milliseconds, or less often where it takes long. */
export async function repeatResting(
  { eachMs, signal, logger }: { eachMs: number; signal: AbortSignal; logger: CollectorLogger },
  task: () => void | Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    const startMs = performance.now();
    try {
      await task();
    } catch (error) {
      logger.warn({ error }, 'collector task failed');
    }
    const restMs = (performance.now() - startMs) * restParts;
    await sleep(Math.max(eachMs, restMs), undefined, { signal }).catch(() => {});
  }
}
