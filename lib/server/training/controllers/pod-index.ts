import { objectKey, type Change } from '../api-server/collection';
import type { KindTypes, KubeObject } from '../api-server/kube-object';
import type { ObjectStore } from '../api-server/object-store';

type Pod = KindTypes['Pod'];

function addTo(index: Map<string, Set<string>>, key: string, value: string): void {
  const values = index.get(key);
  if (values) values.add(value);
  else index.set(key, new Set([value]));
}

function removeFrom(index: Map<string, Set<string>>, key: string, value: string): void {
  const values = index.get(key);
  values?.delete(value);
  if (values?.size === 0) index.delete(key);
}

/** The pods by owner, label, node and address, kept up with the store. */
export class PodIndex {
  readonly #store: ObjectStore;
  readonly #byOwner = new Map<string, Set<string>>();
  readonly #byLabel = new Map<string, Set<string>>();
  readonly #byNode = new Map<string, Set<string>>();
  readonly #byAddress = new Map<string, Set<string>>();

  constructor(store: ObjectStore) {
    this.#store = store;
    store.listen('Pod', (change) => this.#follow(change));
  }

  ownedBy(uid: string | undefined): Pod[] {
    return uid === undefined ? [] : this.#pods(this.#byOwner.get(uid));
  }

  onNode(nodeName: string): Pod[] {
    return this.#pods(this.#byNode.get(nodeName));
  }

  countOnNode(nodeName: string): number {
    return this.#byNode.get(nodeName)?.size ?? 0;
  }

  /** Whether a pod has the address. */
  isTaken(ip: string): boolean {
    return this.#byAddress.has(ip);
  }

  /** The pods of a namespace that carry all these labels. An empty selector selects none. */
  withLabels(namespace: string, labels: Readonly<Record<string, string>>): Pod[] {
    const sets = Object.entries(labels).map(
      ([key, value]) => this.#byLabel.get(`${namespace}/${key}=${value}`) ?? new Set<string>(),
    );
    const [smallest, ...others] = sets.sort((a, b) => a.size - b.size);
    if (!smallest) return [];
    return this.#pods([...smallest].filter((key) => others.every((set) => set.has(key))));
  }

  #pods(keys: Iterable<string> | undefined): Pod[] {
    const found: Pod[] = [];
    for (const key of keys ?? []) {
      const slash = key.indexOf('/');
      const pod = this.#store.get('Pod', key.slice(slash + 1), key.slice(0, slash));
      if (pod) found.push(pod);
    }
    return found;
  }

  #follow({ type, entry, previous }: Change): void {
    const { namespace = '', name = '' } = entry.object.metadata;
    const key = objectKey(namespace, name);
    if (previous) this.#each(previous.object, (index, value) => removeFrom(index, value, key));
    if (type !== 'DELETED') this.#each(entry.object, (index, value) => addTo(index, value, key));
  }

  #each(object: KubeObject, visit: (index: Map<string, Set<string>>, value: string) => void): void {
    // Only changes of pods come here.
    const { metadata, spec, status } = object as Pod;
    for (const owner of metadata.ownerReferences ?? []) visit(this.#byOwner, owner.uid);
    for (const [label, value] of Object.entries(metadata.labels ?? {})) {
      visit(this.#byLabel, `${metadata.namespace}/${label}=${value}`);
    }
    if (spec?.nodeName) visit(this.#byNode, spec.nodeName);
    for (const { ip } of status?.podIPs ?? []) visit(this.#byAddress, ip);
  }
}
