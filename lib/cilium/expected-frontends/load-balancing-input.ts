import type { Release } from '../agent-version';
import type { L4Protocol } from '../l3n4-addr';
import type { LabelSelector } from './label-selector';

export type TrafficPolicy = 'Cluster' | 'Local';

export type ServicePortInput = {
  name: string;
  port: number;
  /** `NONE` where the object names none. */
  protocol: L4Protocol;
  /** 0 where none is allocated. */
  nodePort: number;
};

/**
 * The fields of a Kubernetes Service that bear on the rows. Session affinity, source ranges, the load balancer
 * class, lb-algorithm, forwarding-mode and proxy-delegation change flags in the BPF maps, never a row
 * (recorded for 1.21-dev).
 */
export type ServiceInput = {
  namespace: string;
  name: string;
  type: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';
  /** `['None']` for a headless Service. */
  clusterIPs: string[];
  externalIPs: string[];
  /** `ipMode` is `VIP` where the object names none. */
  ingress: { ip: string; ipMode: 'VIP' | 'Proxy' }[];
  ports: ServicePortInput[];
  externalTrafficPolicy: TrafficPolicy;
  internalTrafficPolicy: TrafficPolicy;
  healthCheckNodePort: number;
  trafficDistribution: string | null;
  annotations: Readonly<Record<string, string>>;
  labels: Readonly<Record<string, string>>;
};

export type EndpointInput = {
  addresses: readonly string[];
  /** As in the API: a condition that is missing is undefined. */
  ready?: boolean;
  serving?: boolean;
  terminating?: boolean;
  nodeName: string | null;
  zone: string | null;
  hintZones: readonly string[];
  hintNodes: readonly string[];
};

/** One EndpointSlice; slices of a Service are read in the order of their names. */
export type EndpointSliceInput = {
  namespace: string;
  name: string;
  /** Label `kubernetes.io/service-name`. */
  serviceName: string;
  addressType: 'IPv4' | 'IPv6' | 'FQDN';
  ports: { name: string; port: number | null; protocol: L4Protocol }[];
  endpoints: readonly EndpointInput[];
  annotations: Readonly<Record<string, string>>;
  labels: Readonly<Record<string, string>>;
};

/** A running pod: what host ports and local redirect policies need of it. */
export type PodInput = {
  namespace: string;
  name: string;
  uid: string;
  nodeName: string;
  labels: Readonly<Record<string, string>>;
  ready: boolean;
  ips: string[];
  hostPorts: readonly { hostPort: number; containerPort: number; protocol: L4Protocol; hostIP: string }[];
  containerPorts: readonly { name: string; port: number; protocol: L4Protocol }[];
};

/** A port of a CiliumLocalRedirectPolicy; `name` is empty where it has none. */
export type RedirectPortInput = { name: string; port: number; protocol: L4Protocol };

/** A CiliumLocalRedirectPolicy (cilium.io/v2). */
export type RedirectPolicyInput = {
  namespace: string;
  name: string;
  /** The Service whose cluster IPs are redirected, or an address of its own. `ports` empty: all. */
  frontend: { serviceName: string; ports: RedirectPortInput[] } | { ip: string; ports: RedirectPortInput[] };
  backend: { selector: LabelSelector; ports: RedirectPortInput[] };
  nodeSelector: LabelSelector | null;
};

/** A node with an agent. */
export type NodeInput = {
  name: string;
  labels: Readonly<Record<string, string>>;
  zone: string | null;
  /**
   * The addresses NodePorts listen on, device by device: the primary IPv4 and IPv6 address of each.
   * null: not known, because the agent's status was not read.
   */
  nodePortAddresses: string[] | null;
  /** Every address of the node, for conflicts with external and load-balancer IPs. */
  addresses: string[];
};

/** What the agent's configuration says of load balancing; it is read at its start only. null: not known. */
export type LoadBalancingSettings = {
  /** NodePort and LoadBalancer frontends: `kube-proxy-replacement`, up to v1.18 also `enable-node-port`. */
  nodePort: boolean;
  hostPort: boolean;
  externalIPs: boolean;
  ipv4: boolean;
  ipv6: boolean;
  nodePortRange: { min: number; max: number };
  /** `enable-k8s-terminating-endpoint`, up to v1.17; always on since. */
  gracefulTermination: boolean;
  /** `enable-internal-traffic-policy`, v1.13 to v1.18; always on since. */
  internalTrafficPolicy: boolean;
  serviceTopology: boolean | null;
  /** `bpf-lb-proto-diff`, v1.17 and v1.18. */
  protocolDifferentiation: boolean | null;
  /** `k8s-service-proxy-name`. */
  serviceProxyName: string;
  /** `enable-local-redirect-policy`. */
  localRedirectPolicies: boolean | null;
  /** Whether the agent is connected to other clusters. */
  clusterMesh: boolean | null;
};

/** Everything the service tables of a cluster's agents of one version and configuration depend on. */
export type LoadBalancingCluster = {
  version: Release;
  settings: LoadBalancingSettings;
  services: readonly ServiceInput[];
  endpointSlices: readonly EndpointSliceInput[];
  /** null: pods may not be read. */
  pods: readonly PodInput[] | null;
  /** null: policies may not be read. */
  redirectPolicies: readonly RedirectPolicyInput[] | null;
  nodes: readonly NodeInput[];
};

/** Everything one node's service table depends on. */
export type LoadBalancingInput = Omit<LoadBalancingCluster, 'nodes'> & { node: NodeInput };
