import { isDeepStrictEqual } from 'node:util';
import { objectKey } from '../api-server/collection';
import type { KindTypes } from '../api-server/kube-object';
import { timestamp } from '../api-server/object-store';
import { resourceOfKind } from '../api-server/resource-table';
import type { ControllerContext } from './controller-context';
import { OwnerIndex } from './owner-index';
import { controllerReference, templateHash } from './pod-template';
import { deploymentConditions } from './deployment-conditions';
import type { EventRecorder } from './event-recorder';
import { scaleDownOld, scaleUpNew, type RollingLimits } from './rolling-update';
import { scaledValue } from './scaled-value';
import { WorkQueue } from './work-queue';

type Deployment = KindTypes['Deployment'];
type ReplicaSet = KindTypes['ReplicaSet'];

export const templateHashLabel = 'pod-template-hash';
const revisionAnnotation = 'deployment.kubernetes.io/revision';
const deploymentResource = resourceOfKind('Deployment');
const replicaSetResource = resourceOfKind('ReplicaSet');

const revisionOf = (set: ReplicaSet) => Number(set.metadata.annotations?.[revisionAnnotation] ?? 0);
const sum = (sets: readonly ReplicaSet[], value: (set: ReplicaSet) => number | undefined) =>
  sets.reduce((total, set) => total + (value(set) ?? 0), 0);

/** Moves each Deployment from its old ReplicaSets to that of its present template. */
export class DeploymentController {
  readonly queue: WorkQueue;
  readonly #context: ControllerContext;
  readonly #events: EventRecorder;
  readonly #sets: OwnerIndex<'ReplicaSet'>;

  constructor(context: ControllerContext, events: EventRecorder) {
    this.#context = context;
    this.#events = events;
    this.#sets = new OwnerIndex(context.store, 'ReplicaSet');
    this.queue = new WorkQueue(context.clock, (key) => this.#reconcile(key));
    context.store.listen('Deployment', ({ entry: { object } }) => {
      this.queue.add(objectKey(object.metadata.namespace, object.metadata.name ?? ''));
    });
    context.store.listen('ReplicaSet', ({ entry: { object } }) => {
      for (const { kind, name } of object.metadata.ownerReferences ?? []) {
        if (kind === 'Deployment') this.queue.add(objectKey(object.metadata.namespace, name));
      }
    });
  }

  #reconcile(key: string): void {
    const [namespace = '', name = ''] = key.split('/');
    const deployment = this.#context.store.get('Deployment', name, namespace);
    if (!deployment?.spec) return;
    const owned = this.#owned(deployment);
    const replicas = deployment.spec.replicas ?? 1;
    if (deployment.spec.paused) {
      // A template that changes meanwhile waits; a new size does not.
      const [newest] = owned.toSorted((a, b) => revisionOf(b) - revisionOf(a));
      const active = owned.filter((set) => set !== newest && (set.spec?.replicas ?? 0) > 0);
      if (newest && active.length === 0) this.#scale(deployment, newest, replicas);
      this.#report(deployment, replicas);
      return;
    }
    const current = this.#current(deployment, owned);
    const old = owned.filter(({ metadata }) => metadata.name !== current.metadata.name);
    if (deployment.spec.strategy?.type === 'Recreate') this.#recreate(deployment, current, old, replicas);
    else this.#roll(deployment, current, old, replicas);
    this.#prune(deployment, old);
    this.#report(deployment, replicas);
  }

  #owned(deployment: Deployment): ReplicaSet[] {
    return this.#sets.ownedBy(deployment.metadata.uid);
  }

  #current(deployment: Deployment, owned: readonly ReplicaSet[]): ReplicaSet {
    const { store } = this.#context;
    const template = deployment.spec?.template ?? {};
    const hash = templateHash(template);
    const name = `${deployment.metadata.name}-${hash}`;
    const highest = Math.max(0, ...owned.map(revisionOf));
    const known = owned.find(({ metadata }) => metadata.name === name);
    if (known && revisionOf(known) === highest) return known;
    const revision = { [revisionAnnotation]: String(highest + 1) };
    const metadata = {
      ...deployment.metadata,
      annotations: { ...deployment.metadata.annotations, ...revision },
    };
    store.update(deploymentResource, { ...deployment, metadata });
    if (known) {
      const annotations = { ...known.metadata.annotations, ...revision };
      // What the store gives back is what it was given.
      return store.update(replicaSetResource, {
        ...known,
        metadata: { ...known.metadata, annotations },
      }) as ReplicaSet;
    }
    const labels = { ...template.metadata?.labels, [templateHashLabel]: hash };
    const selector = deployment.spec?.selector;
    return store.create(replicaSetResource, {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        name,
        namespace: deployment.metadata.namespace,
        labels,
        annotations: revision,
        ownerReferences: [controllerReference(deployment)],
      },
      spec: {
        replicas: 0,
        ...(deployment.spec?.minReadySeconds && { minReadySeconds: deployment.spec.minReadySeconds }),
        selector: { ...selector, matchLabels: { ...selector?.matchLabels, [templateHashLabel]: hash } },
        template: { ...template, metadata: { ...template.metadata, labels } },
      },
      status: { replicas: 0 },
    }) as ReplicaSet;
  }

  #scale(deployment: Deployment, set: ReplicaSet, replicas: number): void {
    const latest = this.#context.store.get('ReplicaSet', set.metadata.name ?? '', set.metadata.namespace);
    if (!latest?.spec || latest.spec.replicas === replicas) return;
    const before = latest.spec.replicas ?? 0;
    const change = `Scaled ${replicas > before ? 'up' : 'down'} replica set ${set.metadata.name} from ${before} to ${replicas}`;
    this.#events.record(
      deployment,
      { component: 'deployment-controller' },
      'Normal',
      'ScalingReplicaSet',
      change,
    );
    this.#context.store.update(replicaSetResource, { ...latest, spec: { ...latest.spec, replicas } });
  }

  #recreate(deployment: Deployment, current: ReplicaSet, old: readonly ReplicaSet[], replicas: number): void {
    for (const set of old) this.#scale(deployment, set, 0);
    const left = old.some(({ metadata }) => this.#context.pods.ownedBy(metadata.uid).length > 0);
    if (!left) this.#scale(deployment, current, replicas);
  }

  #roll(deployment: Deployment, current: ReplicaSet, old: readonly ReplicaSet[], replicas: number): void {
    const { maxSurge, maxUnavailable } = deployment.spec?.strategy?.rollingUpdate ?? {};
    const surge = scaledValue(maxSurge, replicas, 'up', '25%');
    const unavailable = scaledValue(maxUnavailable, replicas, 'down', '25%');
    const limits: RollingLimits = {
      replicas,
      maxSurge: surge,
      maxUnavailable: surge === 0 ? Math.max(1, unavailable) : unavailable,
    };
    if (old.every((set) => (set.spec?.replicas ?? 0) === 0)) {
      this.#scale(deployment, current, replicas);
      return;
    }
    const scaledTo = scaleUpNew(current, old, limits);
    this.#scale(deployment, current, scaledTo);
    for (const [set, count] of scaleDownOld(current, scaledTo, old, limits)) {
      this.#scale(deployment, set, count);
    }
  }

  #prune(deployment: Deployment, old: readonly ReplicaSet[]): void {
    const limit = deployment.spec?.revisionHistoryLimit ?? 10;
    const idle = old
      .filter((set) => (set.spec?.replicas ?? 0) === 0 && (set.status?.replicas ?? 0) === 0)
      .sort((a, b) => revisionOf(b) - revisionOf(a));
    for (const { metadata } of idle.slice(limit)) {
      this.#context.store.remove(replicaSetResource, metadata.namespace, metadata.name ?? '');
    }
  }

  #report(seen: Deployment, replicas: number): void {
    const { store } = this.#context;
    const deployment = store.get('Deployment', seen.metadata.name ?? '', seen.metadata.namespace);
    if (!deployment) return;
    const owned = this.#owned(deployment);
    const name = `${deployment.metadata.name}-${templateHash(deployment.spec?.template ?? {})}`;
    const current = owned.filter(({ metadata }) => metadata.name === name);
    const available = sum(owned, ({ status }) => status?.availableReplicas);
    const total = sum(owned, ({ status }) => status?.replicas);
    const updated = sum(current, (set) => set.status?.replicas);
    const wanted = {
      observedGeneration: deployment.metadata.generation ?? 1,
      replicas: total,
      updatedReplicas: updated,
      readyReplicas: sum(owned, (set) => set.status?.readyReplicas),
      availableReplicas: available,
      ...(total > available && { unavailableReplicas: total - available }),
      conditions: deploymentConditions(deployment, {
        newSet: name,
        isAvailable: available >= replicas - scaledValue('25%', replicas, 'down', 0),
        isComplete: updated === replicas && total === replicas && available === replicas,
        at: timestamp(this.#context.nowMs()),
      }),
    };
    if (isDeepStrictEqual(wanted, deployment.status)) return;
    store.update(deploymentResource, { ...deployment, status: wanted });
  }
}
