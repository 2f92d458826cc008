/** One probe of `cilium-health`: `OK, RTT=518.144µs   (Last probed: …)`. */
export type HealthProbe = {
  /** `Host` or `Endpoint`: what was probed. */
  target: string;
  ip: string;
  /** `ICMP to stack` or `HTTP to agent`. */
  check: string;
  isOk: boolean;
  /** As printed: `OK, RTT=518.144µs`, `Connection timed out`. */
  result: string;
  /** RFC 3339; v1.18 and later. */
  lastProbedTimestamp?: string;
};

/** What this agent's probes say of one node; words as printed (`reachable`, `0/1`, `true`). */
export type HealthNode = {
  name: string;
  isLocalhost: boolean;
  ip?: string;
  node?: string;
  endpoints?: string;
  probes?: HealthProbe[];
};

/** `Cluster health:   3/3 reachable   (2022-08-23T01:59:33Z)`: in text only. */
export type ClusterHealth = {
  reachable: number;
  total: number;
  /** RFC 3339, when the probes ended. */
  probedTimestamp?: string;
  /** A Go duration (`1m36.566274746s`); v1.18 and later. */
  probeInterval?: string;
  nodes?: HealthNode[];
};
