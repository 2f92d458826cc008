import type {
  EndpointInput,
  LoadBalancingSettings,
  NodeInput,
  ServiceInput,
  EndpointSliceInput,
} from '@/lib/cilium/expected-frontends/load-balancing-input';
import type { Conditions } from './slice-conditions';

/** The two pods behind the Service; the first one is the one that is looked at. */
export const pods = [
  { name: 'pod 1', ip: '10.0.2.20', node: 'node 2' },
  { name: 'pod 2', ip: '10.0.3.30', node: 'node 3' },
] as const;
/** The port that both pods listen on. */
export const targetPort = 8080;

/** The Service whose row is followed. */
export const exampleService: ServiceInput = {
  namespace: 'shop',
  name: 'checkout',
  type: 'LoadBalancer',
  clusterIPs: ['10.96.0.20'],
  externalIPs: [],
  ingress: [{ ip: '203.0.113.10', ipMode: 'VIP' }],
  ports: [{ name: 'http', port: 80, protocol: 'TCP', nodePort: 0 }],
  externalTrafficPolicy: 'Cluster',
  internalTrafficPolicy: 'Cluster',
  healthCheckNodePort: 0,
  trafficDistribution: null,
  annotations: {},
  labels: {},
};

/** The node whose table is looked at: none of the pods runs there. */
export const exampleNode: NodeInput = {
  name: 'node 1',
  labels: {},
  zone: null,
  nodePortAddresses: ['192.0.2.11'],
  addresses: ['192.0.2.11'],
};

/** Its agent's settings, with graceful termination on or off. */
export function exampleSettings(gracefulTermination: boolean): LoadBalancingSettings {
  return {
    nodePort: true,
    hostPort: true,
    externalIPs: true,
    ipv4: true,
    ipv6: false,
    nodePortRange: { min: 30000, max: 32767 },
    gracefulTermination,
    internalTrafficPolicy: true,
    serviceTopology: false,
    protocolDifferentiation: true,
    serviceProxyName: '',
    localRedirectPolicies: false,
    clusterMesh: false,
  };
}

/** Gives the EndpointSlice that holds the pods with these conditions; a pod with null is not in it. */
export function exampleSlice(conditions: readonly Conditions[]): EndpointSliceInput {
  const endpoints = pods.flatMap(({ ip, node }, index): EndpointInput[] => {
    const of = conditions[index];
    return of === null || of === undefined
      ? []
      : [{ addresses: [ip], ...of, nodeName: node, zone: null, hintZones: [], hintNodes: [] }];
  });
  return {
    namespace: exampleService.namespace,
    name: 'checkout-x7k2p',
    serviceName: exampleService.name,
    addressType: 'IPv4',
    ports: [{ name: 'http', port: targetPort, protocol: 'TCP' }],
    endpoints,
    annotations: {},
    labels: {},
  };
}
