import type {
  EndpointInput,
  EndpointSliceInput,
  LoadBalancingSettings,
  NodeInput,
  PodInput,
  ServiceInput,
} from './load-balancing-input';

/** Everything on, IPv4 only. */
export const settings: LoadBalancingSettings = {
  nodePort: true,
  hostPort: true,
  externalIPs: true,
  ipv4: true,
  ipv6: false,
  nodePortRange: { min: 30000, max: 32767 },
  gracefulTermination: true,
  internalTrafficPolicy: true,
  serviceTopology: false,
  protocolDifferentiation: true,
  serviceProxyName: '',
  localRedirectPolicies: true,
  clusterMesh: true,
};

/** The node with the two devices. */
export const node: NodeInput = {
  name: 'node-1',
  labels: {},
  zone: 'a',
  nodePortAddresses: ['192.0.2.11', '198.51.100.11'],
  addresses: ['192.0.2.11', '198.51.100.11'],
};

export function service(change: Partial<ServiceInput> = {}): ServiceInput {
  return {
    namespace: 'shop',
    name: 'web',
    type: 'ClusterIP',
    clusterIPs: ['10.96.0.20'],
    externalIPs: [],
    ingress: [],
    ports: [{ name: 'http', port: 80, protocol: 'TCP', nodePort: 0 }],
    externalTrafficPolicy: 'Cluster',
    internalTrafficPolicy: 'Cluster',
    healthCheckNodePort: 0,
    trafficDistribution: null,
    annotations: {},
    labels: {},
    ...change,
  };
}

/** An endpoint that is ready. */
export function endpoint(
  ip: string,
  nodeName: string | null,
  change: Partial<EndpointInput> = {},
): EndpointInput {
  return { addresses: [ip], ready: true, nodeName, zone: null, hintZones: [], hintNodes: [], ...change };
}

export function endpointSlice(change: Partial<EndpointSliceInput> = {}): EndpointSliceInput {
  return {
    namespace: 'shop',
    name: 'web-1',
    serviceName: 'web',
    addressType: 'IPv4',
    ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
    endpoints: [endpoint('10.0.1.10', 'node-1'), endpoint('10.0.2.2', 'node-2')],
    annotations: {},
    labels: {},
    ...change,
  };
}

export function pod(change: Partial<PodInput> = {}): PodInput {
  return {
    namespace: 'shop',
    name: 'proxy',
    uid: 'u1',
    nodeName: 'node-1',
    labels: { app: 'proxy' },
    ready: true,
    ips: ['10.0.1.30'],
    hostPorts: [],
    containerPorts: [],
    ...change,
  };
}
