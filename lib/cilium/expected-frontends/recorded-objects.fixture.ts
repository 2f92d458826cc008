import type { EndpointInput, EndpointSliceInput, ServiceInput } from './load-balancing-input';

type Meta = {
  namespace: string;
  name: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
};
type Protocol = ServiceInput['ports'][number]['protocol'];

/** A Service of the API as the recordings have it in YAML: the fields that make rows. */
export type RecordedService = {
  metadata: Meta;
  spec: Partial<
    Pick<
      ServiceInput,
      | 'clusterIPs'
      | 'externalIPs'
      | 'externalTrafficPolicy'
      | 'internalTrafficPolicy'
      | 'healthCheckNodePort'
      | 'trafficDistribution'
    >
  > & {
    type?: ServiceInput['type'] | '';
    clusterIP?: string;
    ports?: { name?: string; port: number; protocol?: Protocol; nodePort?: number }[];
  };
  status?: { loadBalancer?: { ingress?: { ip?: string; ipMode?: 'VIP' | 'Proxy' }[] } };
};

/** An EndpointSlice as the recordings have it. */
export type RecordedSlice = {
  metadata: Meta;
  addressType: EndpointSliceInput['addressType'];
  ports?: { name?: string; port?: number; protocol?: Protocol }[];
  endpoints?: {
    addresses?: string[];
    conditions?: Pick<EndpointInput, 'ready' | 'serving' | 'terminating'>;
    nodeName?: string;
    zone?: string;
    hints?: { forZones?: { name: string }[]; forNodes?: { name: string }[] };
  }[];
};

/** What the expected frontends are computed from, of a recorded Service. */
export function serviceOf({ metadata, spec, status }: RecordedService): ServiceInput {
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    type: spec.type || 'ClusterIP',
    clusterIPs: spec.clusterIPs ?? (spec.clusterIP ? [spec.clusterIP] : []),
    externalIPs: spec.externalIPs ?? [],
    ingress: (status?.loadBalancer?.ingress ?? []).flatMap(({ ip, ipMode = 'VIP' }) =>
      ip === undefined ? [] : [{ ip, ipMode }],
    ),
    ports: (spec.ports ?? []).map((port) => ({
      name: port.name ?? '',
      port: port.port,
      protocol: port.protocol ?? 'NONE',
      nodePort: port.nodePort ?? 0,
    })),
    externalTrafficPolicy: spec.externalTrafficPolicy ?? 'Cluster',
    internalTrafficPolicy: spec.internalTrafficPolicy ?? 'Cluster',
    healthCheckNodePort: spec.healthCheckNodePort ?? 0,
    trafficDistribution: spec.trafficDistribution ?? null,
    annotations: metadata.annotations ?? {},
    labels: metadata.labels ?? {},
  };
}

/** The same of a recorded EndpointSlice. */
export function sliceOf({ metadata, addressType, ports, endpoints }: RecordedSlice): EndpointSliceInput {
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    serviceName: metadata.labels?.['kubernetes.io/service-name'] ?? '',
    addressType,
    ports: (ports ?? []).map((port) => ({
      name: port.name ?? '',
      port: port.port ?? null,
      protocol: port.protocol ?? 'TCP',
    })),
    endpoints: (endpoints ?? []).map(({ addresses, conditions, nodeName, zone, hints }) => ({
      addresses: addresses ?? [],
      ready: conditions?.ready,
      serving: conditions?.serving,
      terminating: conditions?.terminating,
      nodeName: nodeName ?? null,
      zone: zone ?? null,
      hintZones: (hints?.forZones ?? []).map(({ name }) => name),
      hintNodes: (hints?.forNodes ?? []).map(({ name }) => name),
    })),
    annotations: metadata.annotations ?? {},
    labels: metadata.labels ?? {},
  };
}
