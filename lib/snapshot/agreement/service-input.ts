import type { ServiceInput, TrafficPolicy } from '@/lib/cilium/expected-frontends/load-balancing-input';
import type { ServiceObject } from '../objects/service-object';
import { memoized } from './memoized';

const types: Readonly<Record<string, ServiceInput['type']>> = {
  ClusterIP: 'ClusterIP',
  NodePort: 'NodePort',
  LoadBalancer: 'LoadBalancer',
  ExternalName: 'ExternalName',
};

function policyOf(text: string | null): TrafficPolicy {
  return text === 'Local' ? 'Local' : 'Cluster';
}

/** What decides on the rows of a Service; the same object for the same Service. */
export const serviceInput = memoized((service: ServiceObject): ServiceInput => ({
  namespace: service.namespace,
  name: service.name,
  type: types[service.type] ?? 'ClusterIP',
  clusterIPs: service.clusterIPs,
  externalIPs: service.externalIPs,
  ingress: service.loadBalancerIPs.map((ip) => ({
    ip,
    ipMode: service.proxiedLoadBalancerIPs.includes(ip) ? 'Proxy' : 'VIP',
  })),
  ports: service.ports.map(({ name, port, protocol, nodePort }) => ({
    name: name ?? '',
    port,
    protocol,
    nodePort: nodePort ?? 0,
  })),
  externalTrafficPolicy: policyOf(service.externalTrafficPolicy),
  internalTrafficPolicy: policyOf(service.internalTrafficPolicy),
  healthCheckNodePort: service.healthCheckNodePort ?? 0,
  trafficDistribution: service.trafficDistribution,
  annotations: service.annotations,
  labels: service.labels,
}));
