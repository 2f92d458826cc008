import type {
  EndpointInput,
  EndpointSliceInput,
  PodInput,
} from '@/lib/cilium/expected-frontends/load-balancing-input';
import { familiesOf } from './allocated-service';
import { podAddress, type AroundNode, type AroundPod, type ClusterAround } from './cluster-around';
import type { IPFamily, ServiceManifest } from './service-manifest';

/** What the pods call their port, whatever a Service calls it: a named target port leads here. */
const namedPort = 8080;

/** True where the API server's controller writes hints for zones and nodes into the slices. */
export function asksForHints({ annotations, trafficDistribution }: ServiceManifest): boolean {
  const mode =
    annotations['service.kubernetes.io/topology-mode'] ??
    annotations['service.kubernetes.io/topology-aware-hints'] ??
    '';
  return trafficDistribution !== null || mode.toLowerCase() === 'auto';
}

/**
 * The conditions of a pod as an EndpointSlice has them: a pod on its way out is not ready, unless the Service publishes
 * addresses that are not (discovery.k8s.io/v1, EndpointConditions).
 */
function conditionsOf(state: AroundPod['state'], publishes: boolean) {
  const serving = state === 'ready' || state === 'serving';
  const terminating = state === 'serving' || state === 'gone';
  return { ready: publishes || (serving && !terminating), serving, terminating };
}

function endpointOf(
  service: ServiceManifest,
  node: AroundNode,
  nodeIndex: number,
  pod: AroundPod,
  podIndex: number,
  family: IPFamily,
): EndpointInput[] {
  const ip = podAddress(pod, nodeIndex, podIndex, family);
  if (ip === null) return [];
  const conditions = conditionsOf(pod.state, service.publishNotReadyAddresses);
  const hinted = conditions.ready && asksForHints(service);
  return [
    {
      addresses: [ip],
      ...conditions,
      nodeName: node.name,
      zone: node.zone === '' ? null : node.zone,
      hintZones: hinted && node.zone !== '' ? [node.zone] : [],
      hintNodes: hinted && service.trafficDistribution === 'PreferSameNode' ? [node.name] : [],
    },
  ];
}

/** Gives the EndpointSlices of a Service: one for each family, with all its pods; none without a selector. */
export function slicesOfPods(service: ServiceManifest, around: ClusterAround): EndpointSliceInput[] {
  if (!service.hasSelector || service.type === 'ExternalName') return [];
  return familiesOf(service, around).map((family) => ({
    namespace: service.namespace,
    name: `${service.name}-${family.toLowerCase()}`,
    serviceName: service.name,
    addressType: family,
    ports: service.ports.map(({ name, port, protocol, targetPort }) => ({
      name,
      port: typeof targetPort === 'string' ? namedPort : (targetPort ?? port),
      protocol,
    })),
    endpoints: around.nodes.flatMap((node, nodeIndex) =>
      node.pods.flatMap((pod, podIndex) => endpointOf(service, node, nodeIndex, pod, podIndex, family)),
    ),
    annotations: {},
    labels: {},
  }));
}

/** Gives the pods as agents read them for host ports; those on their way out still hold theirs. */
export function podsOf(service: ServiceManifest, around: ClusterAround): PodInput[] {
  const families: IPFamily[] = around.ipv6 ? ['IPv4', 'IPv6'] : ['IPv4'];
  const target = service.ports[0];
  const containerPort =
    typeof target?.targetPort === 'number'
      ? target.targetPort
      : target?.targetPort
        ? namedPort
        : target?.port;
  const protocol = target?.protocol ?? 'TCP';
  return around.nodes.flatMap((node, nodeIndex) =>
    node.pods.map((pod, podIndex): PodInput => ({
      namespace: service.namespace,
      name: `${service.name}-${nodeIndex + 1}${podIndex}`,
      uid: '',
      nodeName: node.name,
      labels: {},
      ready: pod.state === 'ready',
      ips: families.flatMap((family) => podAddress(pod, nodeIndex, podIndex, family) ?? []),
      hostPorts:
        around.hostPort === 0
          ? []
          : [{ hostPort: around.hostPort, containerPort: containerPort ?? 80, protocol, hostIP: '' }],
      containerPorts: [],
    })),
  );
}
