import type { FrontendKey } from '@/lib/cilium/frontend';

/**
 * Rows that wait to be merged and told. The first change of a row is due at once; as agents follow it one after
 * another, the row is due again at most once in `paceMs`: a hundred agents are a few messages, not a hundred.
 */
export class PacedRows {
  private readonly waiting = new Set<FrontendKey>();
  private readonly takenMs = new Map<FrontendKey, number>();
  private readonly paceMs: number;

  constructor(paceMs: number) {
    this.paceMs = paceMs;
  }

  add(keys: Iterable<FrontendKey>): void {
    for (const key of keys) this.waiting.add(key);
  }

  get isEmpty(): boolean {
    return this.waiting.size === 0;
  }

  /** Takes the rows that are due. */
  take(nowMs: number): Set<FrontendKey> {
    for (const [key, takenMs] of this.takenMs) if (nowMs - takenMs >= this.paceMs) this.takenMs.delete(key);
    const due = new Set<FrontendKey>();
    for (const key of this.waiting) {
      if (this.takenMs.has(key)) continue;
      due.add(key);
      this.takenMs.set(key, nowMs);
    }
    for (const key of due) this.waiting.delete(key);
    return due;
  }
}
