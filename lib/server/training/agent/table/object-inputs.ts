import type {
  EndpointSliceInput,
  NodeInput,
  PodInput,
  ServiceInput,
  TrafficPolicy,
} from '@/lib/cilium/expected-frontends/load-balancing-input';
import type { L4Protocol } from '@/lib/cilium/l3n4-addr';
import type { KindTypes } from '../../agent-contract';

const protocols: Record<string, L4Protocol> = { TCP: 'TCP', UDP: 'UDP', SCTP: 'SCTP' };

function protocolOf(text: string | undefined): L4Protocol {
  return protocols[text ?? 'TCP'] ?? 'NONE';
}

function policyOf(text: string | undefined): TrafficPolicy {
  return text === 'Local' ? 'Local' : 'Cluster';
}

/** Keeps what is computed of an object as long as the object lives: a stored object never changes. */
function memoized<Source extends object, Result>(
  compute: (source: Source) => Result,
): (source: Source) => Result {
  const known = new WeakMap<Source, Result>();
  return (source) => {
    const found = known.get(source);
    if (found !== undefined) return found;
    const result = compute(source);
    known.set(source, result);
    return result;
  };
}

const serviceTypes = { ClusterIP: true, NodePort: true, LoadBalancer: true, ExternalName: true };

function serviceType(text: string | undefined): ServiceInput['type'] {
  // Object.hasOwn narrows nothing; the table's keys are the type's members.
  return text !== undefined && Object.hasOwn(serviceTypes, text)
    ? (text as ServiceInput['type'])
    : 'ClusterIP';
}

/** What an agent reads of a Service. */
export const serviceInput = memoized(({ metadata, spec, status }: KindTypes['Service']): ServiceInput => ({
  namespace: metadata.namespace ?? '',
  name: metadata.name ?? '',
  type: serviceType(spec?.type),
  clusterIPs: spec?.clusterIPs ?? (spec?.clusterIP ? [spec.clusterIP] : []),
  externalIPs: spec?.externalIPs ?? [],
  ingress: (status?.loadBalancer?.ingress ?? []).flatMap(({ ip, ipMode }) =>
    ip === undefined ? [] : [{ ip, ipMode: ipMode === 'Proxy' ? ('Proxy' as const) : ('VIP' as const) }],
  ),
  ports: (spec?.ports ?? []).map(({ name = '', port, protocol, nodePort = 0 }) => ({
    name,
    port,
    protocol: protocolOf(protocol),
    nodePort,
  })),
  externalTrafficPolicy: policyOf(spec?.externalTrafficPolicy),
  internalTrafficPolicy: policyOf(spec?.internalTrafficPolicy),
  healthCheckNodePort: spec?.healthCheckNodePort ?? 0,
  trafficDistribution: spec?.trafficDistribution ?? null,
  annotations: metadata.annotations ?? {},
  labels: metadata.labels ?? {},
}));

/** What an agent reads of an EndpointSlice. */
export const endpointSliceInput = memoized((slice: KindTypes['EndpointSlice']): EndpointSliceInput => ({
  namespace: slice.metadata.namespace ?? '',
  name: slice.metadata.name ?? '',
  serviceName: slice.metadata.labels?.['kubernetes.io/service-name'] ?? '',
  addressType: slice.addressType === 'IPv6' ? 'IPv6' : slice.addressType === 'FQDN' ? 'FQDN' : 'IPv4',
  ports: (slice.ports ?? []).map(({ name, port, protocol }) => ({
    name: name ?? '',
    port: port ?? null,
    protocol: protocolOf(protocol),
  })),
  endpoints: (slice.endpoints ?? []).map(({ addresses, conditions, nodeName, zone, hints }) => ({
    addresses,
    ready: conditions?.ready,
    serving: conditions?.serving,
    terminating: conditions?.terminating,
    nodeName: nodeName ?? null,
    zone: zone ?? null,
    hintZones: (hints?.forZones ?? []).map(({ name }) => name),
    hintNodes: (hints?.forNodes ?? []).map(({ name }) => name),
  })),
  annotations: slice.metadata.annotations ?? {},
  labels: slice.metadata.labels ?? {},
}));

/** What an agent reads of a pod of its node; null for a pod that does not run, or has the node's own network. */
export const podInput = memoized(({ metadata, spec, status }: KindTypes['Pod']): { pod: PodInput | null } => {
  if (spec?.hostNetwork === true || status?.phase !== 'Running') return { pod: null };
  const ports = (spec?.containers ?? []).flatMap(({ ports = [] }) => ports);
  return {
    pod: {
      namespace: metadata.namespace ?? '',
      name: metadata.name ?? '',
      uid: metadata.uid ?? '',
      nodeName: spec?.nodeName ?? '',
      labels: metadata.labels ?? {},
      ready: (status.conditions ?? []).some(({ type, status: is }) => type === 'Ready' && is === 'True'),
      ips: (status.podIPs ?? []).map(({ ip }) => ip),
      hostPorts: ports.flatMap(({ hostPort, containerPort, protocol, hostIP = '' }) =>
        hostPort === undefined || hostPort === 0
          ? []
          : [{ hostPort, containerPort, protocol: protocolOf(protocol), hostIP }],
      ),
      containerPorts: ports.map(({ name = '', containerPort, protocol }) => ({
        name,
        port: containerPort,
        protocol: protocolOf(protocol),
      })),
    },
  };
});

/** What an agent reads of its own node, with the addresses its devices give to NodePorts. */
export function nodeInput(
  node: KindTypes['Node'] | undefined,
  nodeName: string,
  nodePortAddresses: string[],
): NodeInput {
  const labels = node?.metadata.labels ?? {};
  return {
    name: nodeName,
    labels,
    zone: labels['topology.kubernetes.io/zone'] ?? null,
    nodePortAddresses,
    addresses: [...(node?.status?.addresses ?? []).map(({ address }) => address), ...nodePortAddresses],
  };
}
