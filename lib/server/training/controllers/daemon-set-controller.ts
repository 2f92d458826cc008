import { isDeepStrictEqual } from 'node:util';
import { objectKey } from '../api-server/collection';
import type { KindTypes } from '../api-server/kube-object';
import { resourceOfKind } from '../api-server/resource-table';
import { deleteObject } from '../api-server/delete-object';
import { claimPods } from './claim-pods';
import type { ControllerContext } from './controller-context';
import { recordRevision } from './controller-revisions';
import type { EventRecorder } from './event-recorder';
import { fitsNode } from './placement';
import { availableInMs, isReady, isTerminating } from './pod-conditions';
import { podFromTemplate, templateHash } from './pod-template';
import { scaledValue } from './scaled-value';
import { WorkQueue } from './work-queue';

type DaemonSet = KindTypes['DaemonSet'];
type Pod = KindTypes['Pod'];
type Node = KindTypes['Node'];

export const revisionLabel = 'controller-revision-hash';
const source = { component: 'daemonset-controller' } as const;
const daemonSetResource = resourceOfKind('DaemonSet');
const podResource = resourceOfKind('Pod');

/** Keeps one pod of each DaemonSet on each fitting node, and replaces them when the template changes. */
export class DaemonSetController {
  readonly queue: WorkQueue;
  readonly #context: ControllerContext;
  readonly #events: EventRecorder;

  constructor(context: ControllerContext, events: EventRecorder) {
    this.#context = context;
    this.#events = events;
    this.queue = new WorkQueue(context.clock, (key) => this.#reconcile(key));
    context.store.listen('DaemonSet', ({ entry: { object } }) => {
      this.queue.add(objectKey(object.metadata.namespace, object.metadata.name ?? ''));
    });
    context.store.listen('Pod', ({ entry: { object } }) => {
      for (const { kind, name } of object.metadata.ownerReferences ?? []) {
        if (kind === 'DaemonSet') this.queue.add(objectKey(object.metadata.namespace, name));
      }
    });
    context.store.listen('Node', ({ type }) => {
      if (type !== 'MODIFIED') this.#all();
    });
  }

  #all(): void {
    for (const { object } of this.#context.store.collection(daemonSetResource).list()) {
      this.queue.add(objectKey(object.metadata.namespace, object.metadata.name ?? ''));
    }
  }

  #reconcile(key: string): void {
    const { store } = this.#context;
    const [namespace = '', name = ''] = key.split('/');
    const set = store.get('DaemonSet', name, namespace);
    if (!set?.spec) return;
    const hash = templateHash(set.spec.template);
    recordRevision(store, set, hash);
    // The collection of nodes holds nodes only.
    const nodes = store
      .collection(resourceOfKind('Node'))
      .list()
      .map(({ object }) => object as Node);
    const wanted = nodes.filter((node) => fitsNode(set.spec?.template.spec, node));
    const wantedNames = new Set(wanted.map(({ metadata }) => metadata.name ?? ''));
    const byNode = new Map<string, Pod[]>();
    for (const pod of claimPods(this.#context, set)) {
      const nodeName = pod.spec?.nodeName ?? '';
      if (wantedNames.has(nodeName)) byNode.set(nodeName, [...(byNode.get(nodeName) ?? []), pod]);
      else if (!isTerminating(pod)) this.#delete(set, pod);
    }
    for (const nodeName of wantedNames) {
      const pods = byNode.get(nodeName) ?? [];
      // The new pod waits until the old one is gone: both want the same host ports.
      if (pods.length === 0) byNode.set(nodeName, [this.#create(set, hash, nodeName)]);
    }
    if ((set.spec.updateStrategy?.type ?? 'RollingUpdate') === 'RollingUpdate') {
      this.#roll(set, hash, byNode);
    }
    this.#report(set, hash, byNode);
  }

  #create(set: DaemonSet, hash: string, nodeName: string): Pod {
    const template = set.spec?.template ?? {};
    const name = `${set.metadata.name}-${this.#context.nameSuffix()}`;
    const labels = { [revisionLabel]: hash };
    const pod = podFromTemplate(template, set, { name, labels, nodeName });
    // What podFromTemplate makes and the store completes is a pod.
    const created = this.#context.store.create(podResource, pod) as Pod;
    this.#events.record(set, source, 'Normal', 'SuccessfulCreate', `Created pod: ${name}`);
    // In a cluster the scheduler binds these pods too, to the node that the controller names.
    const assigned = `Successfully assigned ${set.metadata.namespace}/${name} to ${nodeName}`;
    this.#events.record(created, { component: 'default-scheduler' }, 'Normal', 'Scheduled', assigned);
    return created;
  }

  #delete(set: DaemonSet, pod: Pod): void {
    const { namespace, name = '' } = pod.metadata;
    deleteObject(
      { store: this.#context.store, clock: { ...this.#context.clock, nowMs: this.#context.nowMs } },
      podResource,
      namespace,
      name,
    );
    this.#events.record(set, source, 'Normal', 'SuccessfulDelete', `Deleted pod: ${name}`);
  }

  /** Deletes old pods, but never so many that more than maxUnavailable nodes are without an available one. */
  #roll(set: DaemonSet, hash: string, byNode: ReadonlyMap<string, readonly Pod[]>): void {
    const minReady = set.spec?.minReadySeconds ?? 0;
    const { maxUnavailable } = set.spec?.updateStrategy?.rollingUpdate ?? {};
    const limit = Math.max(1, scaledValue(maxUnavailable, byNode.size, 'up', 1));
    let unavailable = 0;
    const candidates: Pod[] = [];
    for (const pods of byNode.values()) {
      const waits = pods.map((pod) =>
        isTerminating(pod) ? Infinity : availableInMs(pod, minReady, this.#context.nowMs()),
      );
      const soonest = Math.min(...waits);
      if (soonest > 0) unavailable += 1;
      if (soonest > 0 && soonest < Infinity) {
        this.queue.addAfter(objectKey(set.metadata.namespace, set.metadata.name ?? ''), soonest);
      }
      for (const pod of pods) {
        if (isTerminating(pod) || pod.metadata.labels?.[revisionLabel] === hash) continue;
        // An old pod that does not work anyway costs nothing to replace.
        if (soonest > 0) this.#delete(set, pod);
        else candidates.push(pod);
      }
    }
    for (const pod of candidates.slice(0, Math.max(0, limit - unavailable))) this.#delete(set, pod);
  }

  #report(set: DaemonSet, hash: string, byNode: ReadonlyMap<string, readonly Pod[]>): void {
    const minReady = set.spec?.minReadySeconds ?? 0;
    const current = [...byNode.values()].flatMap((pods) =>
      pods.filter((pod) => !isTerminating(pod)).slice(0, 1),
    );
    const available = current.filter(
      (pod) => availableInMs(pod, minReady, this.#context.nowMs()) === 0,
    ).length;
    const updated = current.filter(({ metadata }) => metadata.labels?.[revisionLabel] === hash).length;
    const status = {
      currentNumberScheduled: current.length,
      numberMisscheduled: 0,
      desiredNumberScheduled: byNode.size,
      numberReady: current.filter(isReady).length,
      observedGeneration: set.metadata.generation ?? 1,
      ...(updated > 0 && { updatedNumberScheduled: updated }),
      ...(available > 0 && { numberAvailable: available }),
      ...(byNode.size > available && { numberUnavailable: byNode.size - available }),
    };
    if (isDeepStrictEqual(status, set.status)) return;
    const { store } = this.#context;
    const latest = store.get('DaemonSet', set.metadata.name ?? '', set.metadata.namespace);
    if (latest) store.update(daemonSetResource, { ...latest, status });
  }
}
