import type { TrafficPolicy } from '@/lib/cilium/expected-frontends/load-balancing-input';

export const serviceTypes = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] as const;
export type IPFamily = 'IPv4' | 'IPv6';

export type ManifestPort = {
  name: string;
  port: number;
  protocol: 'TCP' | 'UDP' | 'SCTP';
  /** null: the same as `port`. */
  targetPort: number | string | null;
  /** null: to be allocated where the type has one. */
  nodePort: number | null;
};

/** A Service as its manifest says it, without what the API server adds. */
export type ServiceManifest = {
  namespace: string;
  name: string;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
  type: (typeof serviceTypes)[number];
  /** `['None']` for a headless Service; empty: to be allocated. */
  clusterIPs: string[];
  ipFamilies: IPFamily[];
  ipFamilyPolicy: 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
  externalIPs: string[];
  ports: ManifestPort[];
  hasSelector: boolean;
  externalTrafficPolicy: TrafficPolicy;
  internalTrafficPolicy: TrafficPolicy;
  sessionAffinity: 'None' | 'ClientIP';
  sessionAffinityTimeoutSeconds: number;
  publishNotReadyAddresses: boolean;
  allocateLoadBalancerNodePorts: boolean;
  /** 0: to be allocated where one is needed. */
  healthCheckNodePort: number;
  loadBalancerSourceRanges: string[];
  trafficDistribution: string | null;
  /** What a load balancer wrote into the status; null where the manifest has no status. */
  ingress: { ip: string; ipMode: 'VIP' | 'Proxy' }[] | null;
};

export const nodePortRange = { min: 30000, max: 32767 } as const;
