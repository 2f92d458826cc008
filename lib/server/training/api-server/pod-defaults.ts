import type { Json, KindTypes } from './kube-object';
import type { V1Container, V1PodSpec, V1Probe, V1Volume } from '@kubernetes/client-node';

type PodSpec = Json<V1PodSpec>;
type Container = Json<V1Container>;
type Probe = Json<V1Probe>;
type Volume = Json<V1Volume>;
type PodTemplate = NonNullable<KindTypes['DaemonSet']['spec']>['template'];

function probe(given: Probe): Probe {
  const { httpGet } = given;
  return {
    timeoutSeconds: 1,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
    ...given,
    ...(httpGet && { httpGet: { path: '/', scheme: 'HTTP', ...httpGet } }),
  };
}

/** Without a tag, or with `latest`, an image may change under its name. */
function pullPolicy(image = ''): string {
  const tag = image.includes('@') ? 'digest' : /:([^/:]+)$/.exec(image)?.[1];
  return tag === undefined || tag === 'latest' ? 'Always' : 'IfNotPresent';
}

function container(given: Container, hostNetwork: boolean): Container {
  const { ports, livenessProbe, readinessProbe, startupProbe } = given;
  return {
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: pullPolicy(given.image),
    resources: {},
    ...given,
    ...(ports && {
      ports: ports.map((port) => ({
        protocol: 'TCP',
        ...(hostNetwork && { hostPort: port.containerPort }),
        ...port,
      })),
    }),
    ...(livenessProbe && { livenessProbe: probe(livenessProbe) }),
    ...(readinessProbe && { readinessProbe: probe(readinessProbe) }),
    ...(startupProbe && { startupProbe: probe(startupProbe) }),
  };
}

const readableByAll = 0o644;

function volume(given: Volume): Volume {
  const { configMap, secret, projected, hostPath } = given;
  const defaultMode = readableByAll;
  return {
    ...given,
    ...(configMap && { configMap: { defaultMode, ...configMap } }),
    ...(secret && { secret: { defaultMode, ...secret } }),
    ...(projected && { projected: { defaultMode, ...projected } }),
    ...(hostPath && { hostPath: { type: '', ...hostPath } }),
  };
}

/** A pod's spec with what Kubernetes fills in (kubernetes v1.37, pkg/apis/core/v1/defaults.go). What is given stays. */
export function podSpecWithDefaults(given: PodSpec): PodSpec {
  const { containers, initContainers, volumes, serviceAccountName, hostNetwork = false } = given;
  const complete = (one: Container) => container(one, hostNetwork);
  return {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    securityContext: {},
    schedulerName: 'default-scheduler',
    // The old name of the same field.
    ...(serviceAccountName && { serviceAccount: serviceAccountName }),
    ...given,
    containers: (containers ?? []).map(complete),
    ...(initContainers && { initContainers: initContainers.map(complete) }),
    ...(volumes && { volumes: volumes.map(volume) }),
  };
}

/** A workload's pod template with the same. */
export function templateWithDefaults(template: PodTemplate | undefined): PodTemplate {
  return { ...template, spec: podSpecWithDefaults(template?.spec ?? { containers: [] }) };
}
