/** How many of something there should be and how many are ready. Null where the API did not say (forbidden, or none found). */
export type DesiredReady = { desired: number; ready: number };

/** One image and how many pods run it. */
export type ImageCount = { image: string; pods: number };

/** What `cilium status` of cilium-cli says of a cluster as a whole. */
export type ClusterFacts = {
  /** The DaemonSet(s) the agents belong to. */
  agents: DesiredReady | null;
  /** The Deployment `cilium-operator`. */
  operator: DesiredReady | null;
  /** The DaemonSet `cilium-envoy`, where it runs apart from the agent (v1.16 and later, by default). */
  envoy: DesiredReady | null;
  agentImages: ImageCount[];
  operatorImages: ImageCount[];
  /** Pods with an address of their own (no host network) that are alive; `managed` have a CiliumEndpoint. Null where CiliumEndpoints may not be listed. */
  pods: { total: number; managed: number | null } | null;
  nodes: { total: number; ready: number } | null;
  services: number | null;
  /** Services by what kube-proxy, or Cilium, has to make of them. Null where Services may not be listed. */
  serviceKinds: ServiceKindCounts | null;
  /** Pods of kube-proxy in `kube-system`, by their name. Null where pods may not be listed. */
  kubeProxyPods: number | null;
};

/** A Service of type ClusterIP without an address is `Headless`: DNS alone answers for it, as for an ExternalName. */
export type ServiceKind = 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName' | 'Headless';
export type ServiceKindCounts = Record<ServiceKind, number>;
