import { isDeepStrictEqual } from 'node:util';
import type { KindTypes, KubeObject } from './kube-object';
import { templateWithDefaults } from './pod-defaults';

type DaemonSet = KindTypes['DaemonSet'];
type Deployment = KindTypes['Deployment'];
type ReplicaSet = KindTypes['ReplicaSet'];

const templateGeneration = 'deprecated.daemonset.template.generation';

/** A DaemonSet with the defaults of apps/v1, and the count of its templates, which the API server keeps. */
function completeDaemonSet(object: DaemonSet, current?: DaemonSet): KubeObject {
  const { spec } = object;
  const template = templateWithDefaults(spec?.template);
  const { type = 'RollingUpdate', rollingUpdate } = spec?.updateStrategy ?? {};
  const rolls = type === 'RollingUpdate' || rollingUpdate !== undefined;
  const before = Number(current?.metadata.annotations?.[templateGeneration] ?? 0);
  const same = current !== undefined && isDeepStrictEqual(template, current.spec?.template);
  const annotations = {
    ...object.metadata.annotations,
    [templateGeneration]: String(same ? before : before + 1),
  };
  return {
    ...object,
    metadata: { ...object.metadata, annotations },
    spec: {
      revisionHistoryLimit: 10,
      ...spec,
      template,
      updateStrategy: {
        type,
        ...(rolls && { rollingUpdate: { maxUnavailable: 1, maxSurge: 0, ...rollingUpdate } }),
      },
    },
    status: object.status ?? {
      currentNumberScheduled: 0,
      numberMisscheduled: 0,
      desiredNumberScheduled: 0,
      numberReady: 0,
    },
  };
}

/** A Deployment with the defaults of apps/v1. */
function completeDeployment(object: Deployment): KubeObject {
  const { spec } = object;
  const { type = 'RollingUpdate', rollingUpdate } = spec?.strategy ?? {};
  return {
    ...object,
    spec: {
      replicas: 1,
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
      ...spec,
      template: templateWithDefaults(spec?.template),
      strategy: {
        type,
        ...(type === 'RollingUpdate' && {
          rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%', ...rollingUpdate },
        }),
      },
    },
  };
}

/** A ReplicaSet with the defaults of apps/v1. */
function completeReplicaSet(object: ReplicaSet): KubeObject {
  const { spec } = object;
  const template = spec?.template && { template: templateWithDefaults(spec.template) };
  return { ...object, spec: { replicas: 1, ...spec, ...template } };
}

/** A workload with what the API server adds to it; other objects as they are. `current`: what it was, if it was. */
export function withWorkloadDefaults(object: KubeObject, current?: KubeObject): KubeObject {
  // By its kind, and what it was is of the same kind.
  if (object.kind === 'DaemonSet') {
    return completeDaemonSet(object as DaemonSet, current as DaemonSet | undefined);
  }
  if (object.kind === 'ReplicaSet') return completeReplicaSet(object as ReplicaSet);
  return object.kind === 'Deployment' ? completeDeployment(object as Deployment) : object;
}
