/** The cluster's time. Everything that waits does it here, so that a test need not. */
export type Clock = {
  nowMs(): number;
  /** Calls back after a delay; the returned function calls it off. */
  after(delayMs: number, callback: () => void): () => void;
};

/** Node runs a timer with a longer delay at once. */
const longestTimerMs = 2 ** 31 - 1;

/** Wall-clock time. Its timers do not keep the process alive. */
export const realClock: Clock = {
  nowMs: () => Date.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, Math.min(delayMs, longestTimerMs));
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Time that passes when told to. */
export class ManualClock implements Clock {
  #nowMs: number;
  #nextOrder = 0;
  #timers: { dueMs: number; order: number; callback: () => void }[] = [];

  constructor(nowMs = Date.UTC(2026, 0, 18, 9, 0, 0)) {
    this.#nowMs = nowMs;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  after(delayMs: number, callback: () => void): () => void {
    const timer = { dueMs: this.#nowMs + Math.max(0, delayMs), order: this.#nextOrder, callback };
    this.#nextOrder += 1;
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Lets time pass: runs what falls due, in order, including what that sets up in turn. */
  advance(durationMs: number): void {
    const untilMs = this.#nowMs + durationMs;
    for (;;) {
      this.#timers.sort((a, b) => a.dueMs - b.dueMs || a.order - b.order);
      const next = this.#timers[0];
      if (!next || next.dueMs > untilMs) break;
      this.#timers.shift();
      this.#nowMs = Math.max(this.#nowMs, next.dueMs);
      next.callback();
    }
    this.#nowMs = untilMs;
  }
}
