import type { L4Protocol } from '@/lib/cilium/l3n4-addr';

export type ServicePort = {
  name: string | null;
  port: number;
  protocol: L4Protocol;
  nodePort: number | null;
  /** The port of the pods, by number or by name; null where the object names none. */
  targetPort: number | string | null;
};

/** A Service, as far as its frontends and its policies go. */
export type ServiceObject = {
  namespace: string;
  name: string;
  type: string;
  /** Without `None`. */
  clusterIPs: string[];
  externalIPs: string[];
  loadBalancerIPs: string[];
  /** Those of them whose `ipMode` is `Proxy`: traffic to them goes by the load balancer (KEP-1860). */
  proxiedLoadBalancerIPs: string[];
  ports: ServicePort[];
  hasSelector: boolean;
  /** Endpoints count as ready whatever their pods say. */
  publishNotReadyAddresses: boolean;
  loadBalancerClass: string | null;
  /** The port at which a node tells load balancers whether it has backends of its own. */
  healthCheckNodePort: number | null;
  externalTrafficPolicy: string | null;
  internalTrafficPolicy: string | null;
  trafficDistribution: string | null;
  sessionAffinity: string | null;
  sessionAffinityTimeoutSeconds: number | null;
  sourceRanges: string[];
  /** Only those that bear on load balancing: `service.cilium.io/…`, `service.kubernetes.io/…` and their like. */
  annotations: Record<string, string>;
  /** Only those that say who serves the Service: another proxy, Ingress, Gateway API, or nobody. */
  labels: Record<string, string>;
  /** All of them as `key=value`, to be found and shown by: sorted, a bounded number of a bounded length. */
  labelTexts: string[];
};
