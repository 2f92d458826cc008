/** `models.Status`: state `Ok`, `Warning`, `Failure` or `Disabled`. */
export type StatusModel = { state?: string; msg?: string };

export type FeatureModel = { enabled?: boolean };

export type DeviceModel = { name: string; ip: string[] | null };

export type NodePortModel = FeatureModel & {
  mode?: string;
  dsrMode?: string;
  algorithm?: string;
  lutSize?: number;
  acceleration?: string;
  portMin?: number;
  portMax?: number;
};

export type Nat46x64Model = FeatureModel & {
  service?: FeatureModel;
  gateway?: FeatureModel & { prefixes?: string[] | null };
};

export type KubeProxyReplacementModel = {
  mode?: string;
  devices?: string[] | null;
  deviceList?: DeviceModel[] | null;
  directRoutingDevice?: string;
  features?: {
    annotations?: string[] | null;
    bpfSocketLBHostnsOnly?: boolean;
    externalIPs?: FeatureModel;
    gracefulTermination?: FeatureModel;
    hostPort?: FeatureModel;
    hostReachableServices?: FeatureModel & { protocols?: string[] | null };
    nat46X64?: Nat46x64Model;
    nodePort?: NodePortModel;
    sessionAffinity?: FeatureModel;
    socketLB?: FeatureModel;
    socketLBTracing?: FeatureModel;
  };
};

export type ControllerModel = {
  name?: string;
  uuid?: string;
  configuration?: object;
  status?: {
    'consecutive-failure-count'?: number;
    'failure-count'?: number;
    'last-failure-msg'?: string;
    'last-failure-timestamp'?: string;
    'last-success-timestamp'?: string;
    'success-count'?: number;
  };
};

export type RemoteClusterModel = {
  name?: string;
  ready?: boolean;
  connected?: boolean;
  status?: string;
  'num-nodes'?: number;
  'num-endpoints'?: number;
  'num-identities'?: number;
  'num-shared-services'?: number;
  'num-endpoint-slices'?: number;
  'num-service-exports'?: number;
  'num-failures'?: number;
  'last-failure'?: string;
  config?: {
    required?: boolean;
    retrieved?: boolean;
    'cluster-id'?: number;
    kvstoremesh?: boolean;
    'sync-canaries'?: boolean;
    'service-exports-enabled'?: boolean;
    'endpoint-slices-export-mode'?: string;
  };
  synced?: {
    nodes?: boolean;
    endpoints?: boolean;
    identities?: boolean;
    services?: boolean;
    'endpoint-slices'?: boolean;
    'service-exports'?: boolean;
  };
};

export type BigTcpModel = FeatureModel & { maxGRO?: number; maxGSO?: number };

/** `models.StatusResponse` as `cilium status -o json` marshals it: a boolean that is false is left out. */
export type StatusResponse = {
  'attach-mode'?: string;
  'auth-certificate-provider'?: StatusModel;
  'bandwidth-manager'?: FeatureModel & { congestionControl?: string; devices: string[] | null };
  'bpf-maps'?: { 'dynamic-size-ratio'?: number; maps: { name: string; size?: number }[] | null };
  cilium?: StatusModel;
  'clock-source'?: { mode: string; hertz?: number };
  cluster?: { ciliumHealth?: StatusModel; nodes: unknown[] | null; self?: string };
  'cluster-mesh'?: { clusters: RemoteClusterModel[] | null; 'num-global-services'?: number };
  'cni-chaining'?: { mode?: string };
  'cni-file'?: StatusModel;
  'configured-datapath-mode'?: string;
  'container-runtime'?: StatusModel;
  controllers?: ControllerModel[] | null;
  'datapath-mode'?: string;
  encryption?: {
    mode?: string;
    msg?: string;
    wireguard?: {
      'node-encryption'?: string;
      interfaces?: {
        name?: string;
        'public-key'?: string;
        'listen-port'?: number;
        'peer-count'?: number;
        peers?: unknown;
      }[];
    };
  };
  'host-firewall'?: { devices: string[] | null; mode?: string };
  'host-routing'?: { mode?: string };
  hubble?: StatusModel & {
    metrics?: StatusModel;
    observer?: { 'current-flows'?: number; 'max-flows'?: number; 'seen-flows'?: number; uptime?: string };
  };
  'hubble-metrics'?: StatusModel;
  'identity-range'?: { 'max-identity'?: number; 'min-identity'?: number };
  ipam?: {
    allocations?: Record<string, string>;
    ipv4: string[] | null;
    ipv6: string[] | null;
    status?: string;
  };
  'ipv4-big-tcp'?: BigTcpModel;
  'ipv6-big-tcp'?: BigTcpModel;
  'kube-proxy-replacement'?: KubeProxyReplacementModel;
  kubernetes?: StatusModel & { 'k8s-api-versions'?: string[] | null };
  kvstore?: StatusModel;
  masquerading?: FeatureModel & {
    enabledProtocols?: { ipv4?: boolean; ipv6?: boolean };
    'ip-masq-agent'?: boolean;
    mode?: string;
    'snat-exclusion-cidr'?: string;
    'snat-exclusion-cidr-v4'?: string;
    'snat-exclusion-cidr-v6'?: string;
  };
  nodeMonitor?: { cpus?: number; lost?: number; npages?: number; pagesize?: number; unknown?: number };
  proxy?: {
    'envoy-deployment-mode'?: string;
    ip?: string;
    'port-range'?: string;
    redirects: { name?: string; proxy?: string; 'proxy-port'?: number }[] | null;
    'total-ports'?: number;
    'total-redirects'?: number;
  };
  routing?: {
    'inter-host-routing-mode'?: string;
    'intra-host-routing-mode'?: string;
    'tunnel-protocol'?: string;
  };
  srv6?: FeatureModel & { srv6EncapMode?: string };
  stale?: Record<string, string>;
};
