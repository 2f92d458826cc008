/** Waits between tries: doubling from `firstMs` to `maxMs`, each jittered by half, so that many clients spread out. */
export class BackOff {
  private failures = 0;
  private readonly firstMs: number;
  private readonly maxMs: number;
  private readonly random: () => number;

  constructor({
    firstMs,
    maxMs,
    random = Math.random,
  }: {
    firstMs: number;
    maxMs: number;
    random?: () => number;
  }) {
    this.firstMs = firstMs;
    this.maxMs = maxMs;
    this.random = random;
  }

  /** Counts one more failure and gives the milliseconds to wait, at least what the server asked for. */
  next(serverWantsMs: number | null = null): number {
    const fullMs = Math.min(this.firstMs * 2 ** this.failures, this.maxMs);
    this.failures = Math.min(this.failures + 1, 30);
    const jitteredMs = fullMs * (0.5 + this.random() / 2);
    return serverWantsMs === null ? jitteredMs : serverWantsMs + (jitteredMs % 1000);
  }

  reset(): void {
    this.failures = 0;
  }
}
