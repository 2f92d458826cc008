/** A Node, as far as load balancing cares. */
export type NodeObject = {
  name: string;
  /** Every IP the API knows of the node: InternalIP and ExternalIP. */
  ips: string[];
  internalIPs: string[];
  zone: string | null;
  labels: Readonly<Record<string, string>>;
  /** As the kernel names itself: `6.1.82-99.168.amzn2023.x86_64`; null where the API does not say. */
  kernel: string | null;
  ready: boolean;
  /** The scheme of `spec.providerID`: `aws`, `gce`, `azure`, `kind`; null where it has none. */
  provider: string | null;
};
