import { isDeepStrictEqual } from 'node:util';
import { objectKey } from '../api-server/collection';
import type { KindTypes } from '../api-server/kube-object';
import { resourceOfKind } from '../api-server/resource-table';
import { deleteObject } from '../api-server/delete-object';
import { claimPods } from './claim-pods';
import type { ControllerContext } from './controller-context';
import type { EventRecorder } from './event-recorder';
import { availableInMs, isReady, isTerminating } from './pod-conditions';
import { podFromTemplate } from './pod-template';
import { WorkQueue } from './work-queue';

type ReplicaSet = KindTypes['ReplicaSet'];
type Pod = KindTypes['Pod'];

const source = { component: 'replicaset-controller' } as const;
const replicaSetResource = resourceOfKind('ReplicaSet');
const podResource = resourceOfKind('Pod');

/** Which pod goes first when a ReplicaSet shrinks: without a node, not ready, then the youngest. */
function dispensableFirst(a: Pod, b: Pod): number {
  const bound = Number(Boolean(a.spec?.nodeName)) - Number(Boolean(b.spec?.nodeName));
  const ready = Number(isReady(a)) - Number(isReady(b));
  const age = (b.metadata.creationTimestamp ?? '').localeCompare(a.metadata.creationTimestamp ?? '');
  return bound || ready || age;
}

/** Keeps as many pods of a ReplicaSet as it wants. */
export class ReplicaSetController {
  readonly queue: WorkQueue;
  readonly #context: ControllerContext;
  readonly #events: EventRecorder;

  constructor(context: ControllerContext, events: EventRecorder) {
    this.#context = context;
    this.#events = events;
    this.queue = new WorkQueue(context.clock, (key) => this.#reconcile(key));
    context.store.listen('ReplicaSet', ({ entry: { object } }) => {
      this.queue.add(objectKey(object.metadata.namespace, object.metadata.name ?? ''));
    });
    context.store.listen('Pod', ({ entry: { object } }) => {
      for (const { kind, name } of object.metadata.ownerReferences ?? []) {
        if (kind === 'ReplicaSet') this.queue.add(objectKey(object.metadata.namespace, name));
      }
    });
  }

  #reconcile(key: string): void {
    const { store } = this.#context;
    const [namespace = '', name = ''] = key.split('/');
    const set = store.get('ReplicaSet', name, namespace);
    if (!set?.spec) return;
    const pods = claimPods(this.#context, set).filter((pod) => !isTerminating(pod));
    const wanted = set.spec.replicas ?? 1;
    for (let count = pods.length; count < wanted; count += 1) pods.push(this.#create(set));
    const surplus = pods.sort(dispensableFirst).splice(0, Math.max(0, pods.length - wanted));
    for (const pod of surplus) this.#delete(set, pod);
    this.#report(set, pods);
  }

  #create(set: ReplicaSet): Pod {
    const name = `${set.metadata.name}-${this.#context.nameSuffix()}`;
    const pod = podFromTemplate(set.spec?.template ?? {}, set, { name, labels: {} });
    // What podFromTemplate makes and the store completes is a pod.
    const created = this.#context.store.create(podResource, pod) as Pod;
    this.#events.record(set, source, 'Normal', 'SuccessfulCreate', `Created pod: ${name}`);
    return created;
  }

  #delete(set: ReplicaSet, pod: Pod): void {
    const { store, clock, nowMs } = this.#context;
    const { namespace, name = '' } = pod.metadata;
    deleteObject({ store, clock: { ...clock, nowMs } }, podResource, namespace, name);
    this.#events.record(set, source, 'Normal', 'SuccessfulDelete', `Deleted pod: ${name}`);
  }

  #report(set: ReplicaSet, pods: readonly Pod[]): void {
    const minReady = set.spec?.minReadySeconds ?? 0;
    const waits = pods.map((pod) => availableInMs(pod, minReady, this.#context.nowMs()));
    const soonest = Math.min(Infinity, ...waits.filter((wait) => wait > 0));
    if (soonest < Infinity) {
      this.queue.addAfter(objectKey(set.metadata.namespace, set.metadata.name ?? ''), soonest);
    }
    const status = {
      replicas: pods.length,
      fullyLabeledReplicas: pods.length,
      readyReplicas: pods.filter(isReady).length,
      availableReplicas: waits.filter((wait) => wait === 0).length,
      observedGeneration: set.metadata.generation ?? 1,
    };
    if (isDeepStrictEqual(status, set.status)) return;
    this.#context.store.update(replicaSetResource, {
      ...set,
      metadata: { ...set.metadata, resourceVersion: undefined },
      status,
    });
  }
}
