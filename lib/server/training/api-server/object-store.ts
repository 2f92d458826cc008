import { isDeepStrictEqual } from 'node:util';
import { Collection, objectKey, type ChangeListener } from './collection';
import type { KindTypes, KubeObject, ObjectMeta } from './kube-object';
import { qualifiedName, resourceOfKind, type Resource } from './resource-table';
import { alreadyExists, conflict, notFound, serverError } from './status-error';
import type { StoredEntry } from './stored-entry';

type StoreOptions = {
  nowMs(): number;
  newUid(): string;
  newNameSuffix(): string;
};

/** RFC 3339 to the second, as Kubernetes writes times. */
export function timestamp(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}

/**
 * The objects of one cluster under one growing revision. What it hands out is shared: never change it, write a
 * changed copy back. Throws `StatusError` as the API server would.
 */
export class ObjectStore {
  readonly #options: StoreOptions;
  readonly #collections = new Map<string, Collection>();
  #revision = 10_000;
  #compactedRevision = 10_000;

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  get revision(): number {
    return this.#revision;
  }

  collection(resource: Pick<Resource, 'group' | 'plural'>): Collection {
    const key = qualifiedName(resource);
    let collection = this.#collections.get(key);
    if (!collection) {
      collection = new Collection(this.#revision, this.#compactedRevision);
      this.#collections.set(key, collection);
    }
    return collection;
  }

  find(resource: Resource, namespace: string | undefined, name: string): StoredEntry | undefined {
    return this.collection(resource).get(objectKey(resource.namespaced ? namespace : undefined, name));
  }

  /** As `find`, but throws 404. */
  read(resource: Resource, namespace: string | undefined, name: string): StoredEntry {
    const entry = this.find(resource, namespace, name);
    if (!entry) throw notFound(resource, name);
    return entry;
  }

  /** A typed object by kind, for controllers. */
  get<Kind extends keyof KindTypes>(
    kind: Kind,
    name: string,
    namespace?: string,
  ): KindTypes[Kind] | undefined {
    // The collection of a kind holds objects of that kind only: `create` and `update` see to it.
    return this.find(resourceOfKind(kind), namespace, name)?.object as KindTypes[Kind] | undefined;
  }

  listen(kind: string, listener: ChangeListener): () => void {
    return this.collection(resourceOfKind(kind)).listen(listener);
  }

  /** Stores a new object with its uid, revision and time; 409 if the name is taken. */
  create(resource: Resource, wanted: KubeObject, dryRun = false): KubeObject {
    const object = { ...wanted, metadata: this.#newMetadata(resource, wanted.metadata) };
    const name = object.metadata.name ?? '';
    if (this.find(resource, object.metadata.namespace, name)) throw alreadyExists(resource, name);
    return dryRun ? object : this.#write('ADDED', resource, object);
  }

  /** Throws 409 unless a new version of an object is made from the current one, as far as it says. */
  checkVersion(resource: Resource, wanted: KubeObject, current: KubeObject): void {
    const { name = '', resourceVersion: expected } = wanted.metadata;
    if (expected && !/^\d+$/.test(expected)) {
      throw serverError(`strconv.ParseUint: parsing ${JSON.stringify(expected)}: invalid syntax`);
    }
    if (expected && expected !== current.metadata.resourceVersion) throw conflict(resource, name);
  }

  /** Throws 409 where a new version is of another object, by its uid. */
  checkUid(resource: Resource, { metadata: { name = '', uid } }: KubeObject, current: KubeObject): void {
    if (!uid || uid === current.metadata.uid) return;
    const why = `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${current.metadata.uid}`;
    throw conflict(resource, name, why);
  }

  /**
   * Replaces an object. A resourceVersion in the new one must be the current one, else 409; without one the
   * last write wins. Identical content is not a change and keeps its revision. A marked object that lost its last
   * finalizer goes.
   */
  update(resource: Resource, wanted: KubeObject, dryRun = false): KubeObject {
    const name = wanted.metadata.name ?? '';
    const current = this.read(resource, wanted.metadata.namespace, name).object;
    this.checkVersion(resource, wanted, current);
    this.checkUid(resource, wanted, current);
    const { uid, resourceVersion, creationTimestamp, generation } = current.metadata;
    const { deletionTimestamp, deletionGracePeriodSeconds } = current.metadata;
    const { generation: _ignored, ...wantedMetadata } = wanted.metadata;
    const metadata: ObjectMeta = {
      // A deletion under way cannot be taken back by a writer that does not mention it.
      ...(deletionTimestamp !== undefined && { deletionTimestamp, deletionGracePeriodSeconds }),
      ...wantedMetadata,
      uid,
      resourceVersion,
      creationTimestamp,
      ...(generation !== undefined && { generation }),
    };
    const object: KubeObject = { ...wanted, metadata };
    if (isDeepStrictEqual(object, current)) return current;
    if (resource.generation && !isDeepStrictEqual(object.spec, current.spec)) {
      metadata.generation = (generation ?? 0) + 1;
    }
    if (dryRun) return object;
    const held = (current.metadata.finalizers ?? []).length > 0;
    const released = held && (metadata.finalizers ?? []).length === 0;
    const goes = released && metadata.deletionTimestamp && !metadata.deletionGracePeriodSeconds;
    return this.#write(goes ? 'DELETED' : 'MODIFIED', resource, object);
  }

  /** Takes an object away; 404 if it is not there. */
  remove(resource: Resource, namespace: string | undefined, name: string): KubeObject {
    const { object } = this.read(resource, namespace, name);
    return this.#write('DELETED', resource, object);
  }

  /** Forgets all history: every watch from before now gets 410 Gone. */
  compact(): void {
    // A write in between makes "now" differ from every revision a client may hold.
    this.#revision += 1;
    this.#compactedRevision = this.#revision;
    for (const collection of this.#collections.values()) collection.compact(this.#revision);
  }

  #newMetadata(resource: Resource, wanted: ObjectMeta): ObjectMeta {
    const { namespace, generateName, generation: _ignored, ...rest } = wanted;
    return {
      ...rest,
      ...(generateName && { generateName }),
      name: wanted.name || `${generateName ?? ''}${this.#options.newNameSuffix()}`,
      ...(resource.namespaced && { namespace: namespace || 'default' }),
      uid: this.#options.newUid(),
      creationTimestamp: timestamp(this.#options.nowMs()),
      ...(resource.generation && { generation: 1 }),
    };
  }

  #write(type: 'ADDED' | 'MODIFIED' | 'DELETED', resource: Resource, object: KubeObject): KubeObject {
    this.#revision += 1;
    const metadata = { ...object.metadata, resourceVersion: String(this.#revision) };
    return this.collection(resource).apply(type, { ...object, metadata }, this.#revision).object;
  }
}
