import type { StoredEntry } from './stored-entry';

const kept = 64;
const keptForMs = 5 * 60_000;

/** The lists that clients are paging through, each as it stood when its first page was read. */
export class ListSnapshots {
  readonly #nowMs: () => number;
  readonly #snapshots = new Map<string, { entries: readonly StoredEntry[]; readAtMs: number }>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  keep(key: string, entries: readonly StoredEntry[]): void {
    this.#snapshots.delete(key);
    this.#snapshots.set(key, { entries, readAtMs: this.#nowMs() });
    const oldest = this.#snapshots.keys().next();
    if (this.#snapshots.size > kept && !oldest.done) this.#snapshots.delete(oldest.value);
  }

  /** undefined once it has expired. */
  find(key: string): readonly StoredEntry[] | undefined {
    const snapshot = this.#snapshots.get(key);
    return snapshot && this.#nowMs() - snapshot.readAtMs < keptForMs ? snapshot.entries : undefined;
  }

  clear(): void {
    this.#snapshots.clear();
  }
}
