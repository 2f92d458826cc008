/** A map from a key to several values; each value stands once under a key. */
export class MultiMap<K, V> {
  private readonly sets = new Map<K, Set<V>>();

  add(key: K, value: V): void {
    const set = this.sets.get(key);
    if (set === undefined) this.sets.set(key, new Set([value]));
    else set.add(value);
  }

  remove(key: K, value: V): void {
    const set = this.sets.get(key);
    if (set === undefined) return;
    set.delete(value);
    if (set.size === 0) this.sets.delete(key);
  }

  /** Keys that have a value. */
  keys(): Iterable<K> {
    return this.sets.keys();
  }

  /** Values in the order they were added; empty where there are none. */
  get(key: K): ReadonlySet<V> {
    return this.sets.get(key) ?? empty;
  }
}

const empty: ReadonlySet<never> = new Set();
