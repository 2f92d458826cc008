import type { KubeObject } from '../api-server/kube-object';
import { allResources, resourceOfKind, type Resource } from '../api-server/resource-table';
import { deleteObject } from '../api-server/delete-object';
import type { ControllerContext } from './controller-context';

const ownedKinds = ['ReplicaSet', 'Pod', 'ControllerRevision', 'EndpointSlice'];
const ownerKinds = ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet', 'Service'];

/** Deletes what belonged to a deleted object, and what stood in a deleted namespace. */
export class GarbageCollector {
  readonly #context: ControllerContext;

  constructor(context: ControllerContext) {
    this.#context = context;
    for (const kind of ownerKinds) {
      context.store.listen(kind, ({ type, entry }) => {
        if (type === 'DELETED') context.clock.after(0, () => this.#collect(entry.object));
      });
    }
    context.store.listen('Namespace', ({ type, entry }) => {
      if (type === 'DELETED') context.clock.after(0, () => this.#empty(entry.object.metadata.name ?? ''));
    });
  }

  #collect(owner: KubeObject): void {
    for (const kind of ownedKinds) {
      const resource = resourceOfKind(kind);
      for (const { object } of this.#context.store.collection(resource).list(owner.metadata.namespace)) {
        const owned = object.metadata.ownerReferences?.some(({ uid }) => uid === owner.metadata.uid);
        if (owned) this.#delete(resource, object);
      }
    }
  }

  #empty(namespace: string): void {
    for (const resource of allResources) {
      if (!resource.namespaced) continue;
      for (const { object } of this.#context.store.collection(resource).list(namespace)) {
        this.#delete(resource, object);
      }
    }
  }

  #delete(resource: Resource, { metadata: { namespace, name = '' } }: KubeObject): void {
    const { store, clock } = this.#context;
    if (store.find(resource, namespace, name)) deleteObject({ store, clock }, resource, namespace, name);
  }
}
