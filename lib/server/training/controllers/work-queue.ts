import type { Clock } from '../api-server/clock';
import { StatusError } from '../api-server/status-error';

const retryMs = 1_000;

/** Keys to reconcile, each at most once at a time, later and in order: what every controller runs on. */
export class WorkQueue {
  readonly #clock: Clock;
  readonly #reconcile: (key: string) => void;
  readonly #pending = new Set<string>();
  readonly #delayed = new Map<string, () => void>();
  #scheduled: (() => void) | undefined;

  constructor(clock: Clock, reconcile: (key: string) => void) {
    this.#clock = clock;
    this.#reconcile = reconcile;
  }

  /** Reconciles a key soon. */
  add(key: string): void {
    this.#pending.add(key);
    this.#scheduled ??= this.#clock.after(0, () => this.drain());
  }

  /** Reconciles a key after a delay; a later call for the same key replaces the delay. */
  addAfter(key: string, delayMs: number): void {
    this.#delayed.get(key)?.();
    if (delayMs <= 0) {
      this.#delayed.delete(key);
      this.add(key);
      return;
    }
    const cancel = this.#clock.after(delayMs, () => {
      this.#delayed.delete(key);
      this.add(key);
    });
    this.#delayed.set(key, cancel);
  }

  /** Works off what is pending now; false if nothing was. */
  drain(): boolean {
    this.#scheduled?.();
    this.#scheduled = undefined;
    if (this.#pending.size === 0) return false;
    const keys = [...this.#pending];
    this.#pending.clear();
    for (const key of keys) this.#try(key);
    return true;
  }

  /** What the API refuses (a conflict, an object just deleted) is tried again, as controllers do. */
  #try(key: string): void {
    try {
      this.#reconcile(key);
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      this.addAfter(key, retryMs);
    }
  }

  stop(): void {
    this.#scheduled?.();
    this.#scheduled = undefined;
    this.#pending.clear();
    for (const cancel of this.#delayed.values()) cancel();
    this.#delayed.clear();
  }
}
