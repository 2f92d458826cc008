import { objectKey } from '../api-server/collection';
import type { KindTypes, KubeObject } from '../api-server/kube-object';
import type { ObjectStore } from '../api-server/object-store';

/** The objects of one kind by the uid of their owners, kept up with the store. */
export class OwnerIndex<Kind extends keyof KindTypes> {
  readonly #store: ObjectStore;
  readonly #kind: Kind;
  readonly #byOwner = new Map<string, Map<string, { namespace?: string; name: string }>>();

  constructor(store: ObjectStore, kind: Kind) {
    this.#store = store;
    this.#kind = kind;
    store.listen(kind, ({ type, entry, previous }) => {
      if (previous) this.#remove(previous.object);
      if (type !== 'DELETED') this.#add(entry.object);
    });
  }

  ownedBy(uid: string | undefined): KindTypes[Kind][] {
    const owned = this.#byOwner.get(uid ?? '')?.values() ?? [];
    return [...owned].flatMap(({ namespace, name }) => this.#store.get(this.#kind, name, namespace) ?? []);
  }

  #add({ metadata: { namespace, name = '', ownerReferences = [] } }: KubeObject): void {
    for (const { uid } of ownerReferences) {
      const owned = this.#byOwner.get(uid) ?? new Map<string, { namespace?: string; name: string }>();
      owned.set(objectKey(namespace, name), { namespace, name });
      this.#byOwner.set(uid, owned);
    }
  }

  #remove({ metadata: { namespace, name = '', ownerReferences = [] } }: KubeObject): void {
    for (const { uid } of ownerReferences) {
      const owned = this.#byOwner.get(uid);
      owned?.delete(objectKey(namespace, name));
      if (owned?.size === 0) this.#byOwner.delete(uid);
    }
  }
}
