import type { ComponentStatus } from './component-status';

/** `NodeMonitor:   Listening for events on 4 CPUs with 64x4096 of shared memory`; JSON leaves it out when off. */
export type NodeMonitor = {
  enabled: boolean;
  cpus?: number;
  /** Pages per ring buffer. */
  pages?: number;
  pageSizeBytes?: number;
  lost?: number;
  unknown?: number;
};

/** `IPAM:   IPv4: 3/254 allocated from 10.0.0.0/24,` and `Allocated addresses:` (`--verbose`, JSON). */
export type Ipam = {
  /** As printed, without the comma at its end. */
  status: string;
  /** Owner by address: `kube-system/coredns-…`, `router`, `health`. */
  allocations?: Record<string, string>;
};

export type ProxyRedirect = { proxy: string; name: string; port: number };

/** `Proxy Status:   OK, ip 10.0.0.78, 0 redirects active on ports 10000-20000, Envoy: external`. */
export type ProxyStatus = {
  enabled: boolean;
  ip?: string;
  redirectCount?: number;
  portRange?: string;
  /** embedded or external (v1.15 and later). */
  envoy?: string;
  redirects?: ProxyRedirect[];
};

/** `Hubble:   Ok   Current/Max Flows: 377/4095 (9.21%), Flows/s: 1.67   Metrics: Disabled`. */
export type HubbleStatus = ComponentStatus & {
  currentFlows?: number;
  maxFlows?: number;
  flowsPerSecond?: number;
  metrics?: string;
};

export type WireguardInterface = { name: string; publicKey: string; listenPort: number; peerCount: number };

/** `Encryption:   Wireguard   [NodeEncryption: OptedOut, cilium_wg0 (Pubkey: …, Port: 51871, Peers: 3)]`. */
export type EncryptionStatus = {
  /** Disabled, IPsec, Wireguard or Ztunnel. */
  mode: string;
  msg?: string;
  nodeEncryption?: string;
  interfaces?: WireguardInterface[];
};
