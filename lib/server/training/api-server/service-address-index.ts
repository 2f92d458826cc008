import type { KindTypes, KubeObject } from './kube-object';
import type { ObjectStore } from './object-store';
import { resourceOfKind } from './resource-table';

/** The cluster addresses and node ports that Services have, kept up with the store. */
export class ServiceAddressIndex {
  readonly #uses = new Map<string, number>();

  constructor(store: ObjectStore) {
    for (const { object } of store.collection(resourceOfKind('Service')).list()) this.#count(object, 1);
    store.listen('Service', ({ type, entry, previous }) => {
      if (previous) this.#count(previous.object, -1);
      if (type !== 'DELETED') this.#count(entry.object, 1);
    });
  }

  has(addressOrPort: string | number): boolean {
    return this.#uses.has(String(addressOrPort));
  }

  #count(object: KubeObject, change: number): void {
    // Only changes of Services come here.
    const { spec } = object as KindTypes['Service'];
    const values = [
      ...(spec?.clusterIPs ?? []),
      ...(spec?.ports ?? []).flatMap(({ nodePort }) => nodePort ?? []),
      ...(spec?.healthCheckNodePort ? [spec.healthCheckNodePort] : []),
    ];
    for (const value of values) {
      const uses = (this.#uses.get(String(value)) ?? 0) + change;
      if (uses > 0) this.#uses.set(String(value), uses);
      else this.#uses.delete(String(value));
    }
  }
}

const indexes = new WeakMap<ObjectStore, ServiceAddressIndex>();

/** The index of a store, made when first asked for. */
export function serviceAddressIndex(store: ObjectStore): ServiceAddressIndex {
  const known = indexes.get(store);
  if (known) return known;
  const index = new ServiceAddressIndex(store);
  indexes.set(store, index);
  return index;
}
