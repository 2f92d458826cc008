import type { KindTypes, ObjectReader, WatchedKind } from '../agent-contract';
import type { ObjectStore } from '../api-server/object-store';
import { resourceOfKind } from '../api-server/resource-table';

/** The store as agents see it: each kind's objects in one array that changes only when the kind does. */
export function objectReader(store: ObjectStore): ObjectReader {
  const cache = new Map<WatchedKind, { revision: number; objects: readonly KindTypes[WatchedKind][] }>();
  return {
    revision: (kind) => (kind ? store.collection(resourceOfKind(kind)).revision : store.revision),
    list<Kind extends WatchedKind>(kind: Kind) {
      const collection = store.collection(resourceOfKind(kind));
      let cached = cache.get(kind);
      if (!cached || cached.revision !== collection.revision) {
        // A collection holds objects of its kind only; the cache is keyed by that kind.
        const objects = collection.list().map(({ object }) => object as KindTypes[WatchedKind]);
        cached = { revision: collection.revision, objects };
        cache.set(kind, cached);
      }
      return cached.objects as readonly KindTypes[Kind][];
    },
  };
}
