import { isDeepStrictEqual } from 'node:util';
import type { KindTypes, KubeObject } from './kube-object';

type DaemonSet = KindTypes['DaemonSet'];
type Deployment = KindTypes['Deployment'];
type PodSpec = NonNullable<KindTypes['Pod']['spec']>;
type Template = NonNullable<DaemonSet['spec']>['template'];
type Container = PodSpec['containers'][number];

function pullPolicy(image = ''): string {
  return /:latest$/.test(image) || !/[:@]/.test(image.split('/').at(-1) ?? '') ? 'Always' : 'IfNotPresent';
}

function completeContainer({ ports, ...container }: Container): Container {
  return {
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: pullPolicy(container.image),
    ...container,
    ...(ports && { ports: ports.map((port) => ({ protocol: 'TCP', ...port })) }),
  };
}

function completeTemplate(template: Template | undefined): Template {
  const spec = template?.spec;
  return {
    ...template,
    spec: {
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: 30,
      dnsPolicy: 'ClusterFirst',
      securityContext: {},
      schedulerName: 'default-scheduler',
      ...spec,
      containers: (spec?.containers ?? []).map(completeContainer),
      ...(spec?.initContainers && { initContainers: spec.initContainers.map(completeContainer) }),
    },
  };
}

const templateGeneration = 'deprecated.daemonset.template.generation';

/** A DaemonSet with the defaults of apps/v1, and the count of its templates, which the API server keeps. */
function completeDaemonSet(object: DaemonSet, current?: DaemonSet): KubeObject {
  const { spec } = object;
  const template = completeTemplate(spec?.template);
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
      template: completeTemplate(spec?.template),
      strategy: {
        type,
        ...(type === 'RollingUpdate' && {
          rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%', ...rollingUpdate },
        }),
      },
    },
  };
}

/** A workload with what the API server adds to it; other objects as they are. `current`: what it was, if it was. */
export function withWorkloadDefaults(object: KubeObject, current?: KubeObject): KubeObject {
  // By its kind, and what it was is of the same kind.
  if (object.kind === 'DaemonSet') {
    return completeDaemonSet(object as DaemonSet, current as DaemonSet | undefined);
  }
  return object.kind === 'Deployment' ? completeDeployment(object as Deployment) : object;
}
