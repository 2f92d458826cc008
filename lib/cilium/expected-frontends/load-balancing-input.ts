import type { Release } from '../agent-version';
import type { L4Protocol } from '../l3n4-addr';

export type TrafficPolicy = 'Cluster' | 'Local';

export type ServicePortInput = {
  name: string;
  port: number;
  /** `NONE` where the object names none. */
  protocol: L4Protocol;
  /** 0 where none is allocated. */
  nodePort: number;
};

/** The fields of a Kubernetes Service that bear on load balancing. */
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
  addresses: string[];
  /** As in the API: a condition that is missing is undefined. */
  ready?: boolean;
  serving?: boolean;
  terminating?: boolean;
  nodeName: string | null;
  zone: string | null;
  hintZones: string[];
  hintNodes: string[];
};

/** One EndpointSlice; slices of a Service are read in the order of their names. */
export type EndpointSliceInput = {
  namespace: string;
  name: string;
  /** Label `kubernetes.io/service-name`. */
  serviceName: string;
  addressType: 'IPv4' | 'IPv6' | 'FQDN';
  ports: { name: string; port: number | null; protocol: L4Protocol }[];
  endpoints: EndpointInput[];
};

/** A running pod of the node that asks for host ports. */
export type HostPortPodInput = {
  namespace: string;
  name: string;
  uid: string;
  ips: string[];
  hostPorts: { hostPort: number; containerPort: number; protocol: L4Protocol; hostIP: string }[];
};

/** The node the agent runs on. */
export type NodeInput = {
  name: string;
  labels: Readonly<Record<string, string>>;
  zone: string | null;
  /** The addresses NodePorts listen on, device by device: the primary IPv4 and IPv6 address of each. */
  nodePortAddresses: string[];
  /** Every address of the node, for conflicts with external and load-balancer IPs. */
  addresses: string[];
};

/** What the agent's configuration says of load balancing; it is read at its start only. */
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
  serviceTopology: boolean;
  /** `bpf-lb-proto-diff`, v1.17 and v1.18. */
  protocolDifferentiation: boolean;
  /** `k8s-service-proxy-name`. */
  serviceProxyName: string;
};

/** Everything a node's service table depends on. */
export type LoadBalancingInput = {
  version: Release;
  settings: LoadBalancingSettings;
  node: NodeInput;
  services: readonly ServiceInput[];
  endpointSlices: readonly EndpointSliceInput[];
  hostPortPods: readonly HostPortPodInput[];
};
