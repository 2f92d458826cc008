import type {
  EndpointSliceInput,
  LoadBalancingCluster,
  NodeInput,
  ServiceInput,
} from '@/lib/cilium/expected-frontends/load-balancing-input';

const serviceCount = 4_000;
const nodeCount = 100;
const endpointCount = 10;

function serviceOf(index: number): ServiceInput {
  // Of ten Services five have two ports, three a node port, and one of these keeps to local backends.
  const kind = index % 10;
  const exposed = kind >= 7;
  const ports = kind < 5 || exposed ? [80, 443] : [80];
  return {
    namespace: `ns-${index % 40}`,
    name: `svc-${index}`,
    type: exposed ? 'NodePort' : 'ClusterIP',
    clusterIPs: [`10.${96 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}`],
    externalIPs: [],
    ingress: [],
    ports: ports.map((port, at) => ({
      name: `p${port}`,
      port,
      protocol: 'TCP',
      nodePort: exposed && at === 0 ? 1024 + index * 2 : 0,
    })),
    externalTrafficPolicy: kind === 9 ? 'Local' : 'Cluster',
    internalTrafficPolicy: 'Cluster',
    healthCheckNodePort: 0,
    trafficDistribution: null,
    annotations: {},
    labels: {},
  };
}

export function sliceOf(index: number, round = 0): EndpointSliceInput {
  return {
    namespace: `ns-${index % 40}`,
    name: `svc-${index}-x`,
    serviceName: `svc-${index}`,
    addressType: 'IPv4',
    ports: [80, 443].map((port) => ({ name: `p${port}`, port: port + 8_000, protocol: 'TCP' })),
    endpoints: Array.from({ length: endpointCount }, (_, at) => ({
      addresses: [`10.${200 + (round & 1)}.${(index >> 3) & 255}.${((index & 7) << 5) + at}`],
      ready: true,
      nodeName: `node-${(index + at * 7) % nodeCount}`,
      zone: null,
      hintZones: [],
      hintNodes: [],
    })),
    annotations: {},
    labels: {},
  };
}

function nodeOf(index: number): NodeInput {
  const addresses = [`192.0.${2 + (index >> 8)}.${index & 255}`];
  return { name: `node-${index}`, labels: {}, zone: null, nodePortAddresses: addresses, addresses };
}

/** A cluster of 4,000 Services on 100 nodes: about 10,000 frontends with 100,000 backends. */
export function largeCluster(minor: number): LoadBalancingCluster {
  return {
    version: { major: 1, minor, patch: 6 },
    settings: {
      nodePort: true,
      hostPort: true,
      externalIPs: true,
      ipv4: true,
      ipv6: false,
      nodePortRange: { min: 1024, max: 32767 },
      gracefulTermination: true,
      internalTrafficPolicy: true,
      serviceTopology: false,
      protocolDifferentiation: true,
      serviceProxyName: '',
      localRedirectPolicies: false,
      clusterMesh: false,
    },
    services: Array.from({ length: serviceCount }, (_, index) => serviceOf(index)),
    endpointSlices: Array.from({ length: serviceCount }, (_, index) => sliceOf(index)),
    pods: [],
    redirectPolicies: [],
    nodes: Array.from({ length: nodeCount }, (_, index) => nodeOf(index)),
  };
}
