import type { KindTypes, KubeObject, ScenarioControls } from './agent-contract';
import { admit } from './api-server/admission';
import type { Clock } from './api-server/clock';
import { mergePatch } from './api-server/merge-patch';
import type { ObjectStore } from './api-server/object-store';
import { resourceOf, resourceOfKind } from './api-server/resource-table';
import { deleteObject } from './api-server/delete-object';

/** Direct access to a training cluster's objects, for scenarios and tests. Throws `StatusError`. */
export type TrainingApi = Omit<ScenarioControls, 'tickCount'>;

/** Access to a store by kind, with the effects that a client's request would have. */
export function trainingApi(store: ObjectStore, clock: Clock): TrainingApi {
  return {
    nowMs: () => clock.nowMs(),
    // The collection of a kind holds objects of that kind only.
    list: <Kind extends keyof KindTypes>(kind: Kind) =>
      store
        .collection(resourceOfKind(kind))
        .list()
        .map(({ object }) => object as KindTypes[Kind]),
    get: (kind, name, namespace) => store.get(kind, name, namespace),
    create: (object) => {
      const resource = resourceOf(object);
      if (!resource) throw new Error(`The training API server has no ${object.apiVersion} ${object.kind}`);
      store.create(resource, admit(store, object));
    },
    patch: (kind, name, namespace, patch) => {
      const resource = resourceOfKind(kind);
      const current = store.read(resource, namespace, name).object;
      // A merge patch of an object that keeps its metadata is an object.
      const patched = mergePatch(current, patch) as KubeObject;
      store.update(resource, admit(store, patched, current));
    },
    remove: (kind, name, namespace) => {
      deleteObject({ store, clock }, resourceOfKind(kind), namespace, name);
    },
  };
}
