/** Keeps a result alive until the clock has stopped, and out of the optimiser's reach. */
let result: unknown = null;

/**
 * Times several tasks in turn, round after round, so that a busy moment of the machine hits all of them.
 * Each pays for the garbage that is collected while it runs, as it would in the server; collections are not forced,
 * as a forced one also throws away what the engine has learnt about the code.
 * @returns the median of each task in milliseconds, in the order given, without the first rounds, which warm up.
 */
export function interleave(
  tasks: readonly (() => unknown)[],
  rounds: number,
  warmUpRounds: number,
): number[] {
  const times = tasks.map((): number[] => []);
  for (let round = 0; round < rounds + warmUpRounds; round += 1) {
    for (const [index, task] of tasks.entries()) {
      result = null;
      const start = performance.now();
      result = task();
      const durationMs = performance.now() - start;
      if (round >= warmUpRounds) times[index]?.push(durationMs);
    }
  }
  return times.map(median);
}

/** Gives what the last task made, to look at. */
export function lastResult(): unknown {
  return result;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
