import type { KindTypes } from '../api-server/kube-object';
import { isReady, isTerminating } from './pod-conditions';

type Pod = KindTypes['Pod'];
type Service = KindTypes['Service'];
type Node = KindTypes['Node'];
type EndpointSlice = KindTypes['EndpointSlice'];

export type Endpoint = NonNullable<EndpointSlice['endpoints']>[number];
export type EndpointPort = NonNullable<EndpointSlice['ports']>[number];
export type AddressType = 'IPv4' | 'IPv6';

/** A pod as an endpoint, or null if it has no address of the family or has ended. */
export function endpointOf(
  pod: Pod,
  service: Service,
  family: AddressType,
  node: Node | undefined,
): Endpoint | null {
  const ips = pod.status?.podIPs ?? [];
  const address = ips.find(({ ip }) => ip.includes(':') === (family === 'IPv6'))?.ip;
  if (!address || pod.status?.phase === 'Failed' || pod.status?.phase === 'Succeeded') return null;
  const serving = isReady(pod);
  const terminating = isTerminating(pod);
  // publishNotReadyAddresses also keeps a pod ready that ends (k8s.io/endpointslice, podToEndpoint, v1.35).
  const isPublished = service.spec?.publishNotReadyAddresses === true;
  const zone = node?.metadata.labels?.['topology.kubernetes.io/zone'];
  return {
    addresses: [address],
    conditions: { ready: isPublished || (serving && !terminating), serving, terminating },
    nodeName: pod.spec?.nodeName,
    ...(zone && { zone }),
    targetRef: {
      kind: 'Pod',
      namespace: pod.metadata.namespace,
      name: pod.metadata.name,
      uid: pod.metadata.uid,
    },
  };
}

function targetPort(pod: Pod, target: number | string | undefined, fallback: number): number | undefined {
  if (target === undefined) return fallback;
  if (typeof target === 'number') return target;
  if (/^\d+$/.test(target)) return Number(target);
  for (const container of pod.spec?.containers ?? []) {
    const named = container.ports?.find(({ name }) => name === target);
    if (named) return named.containerPort;
  }
  return undefined;
}

/** A Service's ports as they are in one pod: named target ports are looked up in its containers. */
export function endpointPorts(service: Service, pod: Pod): EndpointPort[] {
  return (service.spec?.ports ?? []).flatMap((servicePort) => {
    const port = targetPort(pod, servicePort.targetPort, servicePort.port);
    if (port === undefined) return [];
    return [
      {
        name: servicePort.name ?? '',
        port,
        protocol: servicePort.protocol ?? 'TCP',
        ...(servicePort.appProtocol && { appProtocol: servicePort.appProtocol }),
      },
    ];
  });
}
