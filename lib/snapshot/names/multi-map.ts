/** Several values of one key; a class of its own tells it from a value. */
class Several<V> extends Set<V> {}

/**
 * A map from a key to several values; each value stands once under a key. Most keys of a cluster have one: it stands
 * there by itself, as a set for each pod's address would take more memory than the pods.
 */
export class MultiMap<K, V> {
  private readonly kept = new Map<K, V | Several<V>>();

  add(key: K, value: V): void {
    const known = this.kept.get(key);
    if (known instanceof Several) known.add(value);
    else if (known === undefined) this.kept.set(key, value);
    else if (known !== value) this.kept.set(key, new Several([known, value]));
  }

  remove(key: K, value: V): void {
    const known = this.kept.get(key);
    if (known instanceof Several) {
      known.delete(value);
      const [first, second] = known;
      if (first !== undefined && second === undefined) this.kept.set(key, first);
    } else if (known === value) this.kept.delete(key);
  }

  /** True where the key has a value. */
  has(key: K): boolean {
    return this.kept.has(key);
  }

  /** Keys that have a value. */
  keys(): Iterable<K> {
    return this.kept.keys();
  }

  /** Values in the order they were added; empty where there are none. */
  get(key: K): Iterable<V> {
    const known = this.kept.get(key);
    if (known === undefined) return [];
    return known instanceof Several ? known : [known];
  }
}
