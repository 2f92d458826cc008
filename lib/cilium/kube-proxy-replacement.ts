/** A feature that Cilium reports as on or off; the key itself is missing where a version does not report it. */
export type Feature = { enabled: boolean };

export type Device = { name: string; ip: string[] };

export type NodePortFeature = Feature & {
  mode?: string;
  dsrMode?: string;
  algorithm?: string;
  lutSize?: number;
  acceleration?: string;
  portMin?: number;
  portMax?: number;
};

export type Nat46x64Feature = Feature & {
  service?: Feature;
  gateway?: Feature & { prefixes?: string[] };
};

/** The features under `kube-proxy-replacement.features` of `cilium status -o json`, with the booleans written out. */
export type KubeProxyReplacementFeatures = {
  socketLB?: Feature;
  socketLBTracing?: Feature;
  /** v1.10 to v1.12; text: `Socket LB Protocols`. */
  hostReachableServices?: Feature & { protocols?: string[] };
  /** True means `Socket LB Coverage: Hostns-only`. */
  bpfSocketLBHostnsOnly?: boolean;
  nodePort?: NodePortFeature;
  hostPort?: Feature;
  externalIPs?: Feature;
  sessionAffinity?: Feature;
  /** v1.11 to v1.17. */
  gracefulTermination?: Feature;
  nat46X64?: Nat46x64Feature;
  /** v1.17 and later; empty where the agent printed `(n/a)`. */
  annotations?: string[];
};

/** What one agent says of its kube-proxy replacement, from text or JSON. */
export type KubeProxyReplacement = {
  /** As printed: Strict, Partial, Probe, Disabled, True, False; empty where lines were picked out of an output. */
  mode: string;
  deviceList?: Device[];
  directRoutingDevice?: string;
  features: KubeProxyReplacementFeatures;
  /**
   * Lines under `Services:` that JSON has no field for: ClusterIP is always on, LoadBalancer follows NodePort.
   * In the text of `--verbose` only.
   */
  services?: { clusterIP?: Feature; loadBalancer?: Feature };
};
