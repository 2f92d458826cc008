import { StoredEntry } from './stored-entry';
import type { KubeObject } from './kube-object';

export type ChangeType = 'ADDED' | 'MODIFIED' | 'DELETED';
export type Change = {
  type: ChangeType;
  revision: number;
  entry: StoredEntry;
  /** What stood there before; absent for ADDED. */
  previous?: StoredEntry;
};
export type ChangeListener = (change: Change) => void;

const historyLimit = 5_000;

/** Namespace and name; sorts as etcd does, by namespace and then by name. */
export function objectKey(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}

/** All objects of one resource, the window of its latest changes, and who listens to them. */
export class Collection {
  readonly #entries = new Map<string, StoredEntry>();
  readonly #namespaces = new Map<string, Map<string, StoredEntry>>();
  readonly #listeners = new Set<ChangeListener>();
  #history: Change[] = [];
  /** By namespace ('' for all). Keys change with additions and removals only, entries with every change. */
  readonly #sortedKeys = new Map<string, readonly string[]>();
  readonly #sorted = new Map<string, readonly StoredEntry[]>();
  #compactedRevision: number;
  /** The revision of the last change here. */
  revision: number;

  constructor(revision: number, compactedRevision: number) {
    this.revision = revision;
    this.#compactedRevision = compactedRevision;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): StoredEntry | undefined {
    return this.#entries.get(key);
  }

  /** Sorted by namespace and name. The array is a snapshot: later changes do not touch it. */
  list(namespace?: string): readonly StoredEntry[] {
    const cacheKey = namespace ?? '';
    const source = namespace === undefined ? this.#entries : this.#namespaces.get(namespace);
    if (!source) return [];
    let keys = this.#sortedKeys.get(cacheKey);
    if (!keys) {
      keys = [...source.keys()].sort();
      this.#sortedKeys.set(cacheKey, keys);
    }
    let sorted = this.#sorted.get(cacheKey);
    if (!sorted) {
      sorted = keys.flatMap((key) => source.get(key) ?? []);
      this.#sorted.set(cacheKey, sorted);
    }
    return sorted;
  }

  /** As `list`, but as it was at a revision; null if the history no longer reaches back that far. */
  listAt(revision: number, namespace?: string): readonly StoredEntry[] | null {
    const since = this.changesAfter(revision)?.filter(
      ({ entry: { object } }) => namespace === undefined || object.metadata.namespace === namespace,
    );
    if (!since) return null;
    const now = this.list(namespace);
    if (since.length === 0) return now;
    const keyOf = ({ object: { metadata } }: StoredEntry) =>
      objectKey(metadata.namespace, metadata.name ?? '');
    const then = new Map(now.map((entry) => [keyOf(entry), entry]));
    for (const { entry, previous } of since.toReversed()) {
      if (previous) then.set(keyOf(previous), previous);
      else then.delete(keyOf(entry));
    }
    return [...then].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  }

  apply(type: ChangeType, object: KubeObject, revision: number): StoredEntry {
    const namespace = object.metadata.namespace;
    const key = objectKey(namespace, object.metadata.name ?? '');
    const entry = new StoredEntry(object, revision);
    const previous = this.#entries.get(key);
    const inNamespace = this.#namespaces.get(namespace ?? '') ?? new Map<string, StoredEntry>();
    this.#namespaces.set(namespace ?? '', inNamespace);
    if (type === 'DELETED') {
      this.#entries.delete(key);
      inNamespace.delete(key);
    } else {
      this.#entries.set(key, entry);
      inNamespace.set(key, entry);
    }
    for (const cacheKey of ['', namespace ?? '']) {
      this.#sorted.delete(cacheKey);
      if (type !== 'MODIFIED') this.#sortedKeys.delete(cacheKey);
    }
    this.revision = revision;
    this.#publish({ type, revision, entry, ...(previous && { previous }) });
    return entry;
  }

  /** The changes after a revision, or null if the window no longer reaches back that far. */
  changesAfter(revision: number): readonly Change[] | null {
    if (revision < this.#compactedRevision) return null;
    let start = this.#history.length;
    while (start > 0 && (this.#history[start - 1]?.revision ?? 0) > revision) start -= 1;
    return this.#history.slice(start);
  }

  get compactedRevision(): number {
    return this.#compactedRevision;
  }

  /** Forgets the history up to a revision: a watch from before it gets 410 Gone. */
  compact(revision: number): void {
    this.#compactedRevision = Math.max(this.#compactedRevision, revision);
    this.#history = this.#history.filter((change) => change.revision > revision);
  }

  listen(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #publish(change: Change): void {
    this.#history.push(change);
    if (this.#history.length > historyLimit) {
      const dropped = this.#history.splice(0, historyLimit / 2);
      this.#compactedRevision = dropped.at(-1)?.revision ?? this.#compactedRevision;
    }
    for (const listener of this.#listeners) listener(change);
  }
}
