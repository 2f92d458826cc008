import type { KubeObject } from '../../agent-contract';

export type ContainerPortSpec = {
  name?: string;
  containerPort: number;
  hostPort?: number;
  protocol?: string;
};

export type WorkloadSpec = {
  namespace: string;
  name: string;
  labels: Record<string, string>;
  image: string;
  replicas: number;
  ports?: ContainerPortSpec[];
  /** Seconds the container goes on answering after it was told to stop. */
  drainSeconds?: number;
  hostNetwork?: boolean;
  readyAfterSeconds?: number;
};

/** A pod's spec with one container. */
export function podSpec({
  name,
  image,
  ports,
  drainSeconds,
  hostNetwork,
  readyAfterSeconds,
}: Omit<WorkloadSpec, 'namespace' | 'labels' | 'replicas'>): Record<string, unknown> {
  return {
    ...(hostNetwork === true ? { hostNetwork } : {}),
    ...(drainSeconds === undefined ? {} : { terminationGracePeriodSeconds: drainSeconds + 10 }),
    containers: [
      {
        name,
        image,
        ...(ports === undefined ? {} : { ports: ports.map((port) => ({ protocol: 'TCP', ...port })) }),
        ...(drainSeconds === undefined
          ? {}
          : { lifecycle: { preStop: { sleep: { seconds: drainSeconds } } } }),
        ...(readyAfterSeconds === undefined
          ? {}
          : {
              readinessProbe: {
                initialDelaySeconds: readyAfterSeconds,
                httpGet: { path: '/', port: ports?.[0]?.containerPort ?? 80 },
              },
            }),
      },
    ],
  };
}

/** A Deployment with one container. */
export function deployment(spec: WorkloadSpec): KubeObject {
  const { namespace, name, labels, replicas } = spec;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      template: { metadata: { labels }, spec: podSpec(spec) },
    },
  };
}

/** A pod that a workload of the scenario takes over: it fixes the pod's name, node and address. */
export function placedPod(
  spec: Omit<WorkloadSpec, 'replicas'>,
  podName: string,
  nodeName: string,
  podIP?: string,
): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: podName, namespace: spec.namespace, labels: spec.labels },
    spec: { nodeName, ...podSpec(spec) },
    ...(podIP === undefined ? {} : { status: { podIP, podIPs: [{ ip: podIP }] } }),
  };
}
