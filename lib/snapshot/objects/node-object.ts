/** A Node, as far as load balancing cares. */
export type NodeObject = {
  name: string;
  /** Every IP the API knows of the node: InternalIP and ExternalIP. */
  ips: string[];
  internalIPs: string[];
  zone: string | null;
  labels: Readonly<Record<string, string>>;
  ready: boolean;
};
