/** `Host firewall:   Enabled   [eth0, eth1]` (v1.11 and later). */
export type HostFirewall = { enabled: boolean; devices?: string[] };

/** `SRv6:   Enabled   [encap-mode: reduced]` (v1.15 and later). */
export type SRv6 = { enabled: boolean; encapMode?: string };

/** `IPv4 BIG TCP:   Enabled   [131072, 196608]` (IPv6 v1.13, IPv4 v1.14); sizes in bytes. */
export type BigTCP = { enabled: boolean; maxGRO?: number; maxGSO?: number };

/** `BandwidthManager:   EDT with BPF [BBR] [eth0]`; the algorithm in lower case as in JSON. */
export type BandwidthManager = { enabled: boolean; congestionControl?: string; devices?: string[] };

/** `Routing:   Network: Tunnel [vxlan]   Host: BPF` (v1.16 and later; before, only `Host Routing`). */
export type Routing = {
  /** Native or Tunnel. */
  network: string;
  /** vxlan or geneve. */
  tunnelProtocol?: string;
  /** BPF or Legacy. */
  host: string;
};

/** `Device Mode:   veth [Configured: auto]` (v1.16; what was configured v1.20). */
export type DeviceMode = { mode: string; configured?: string };

/** `Masquerading:   BPF   [eth0]   10.0.0.0/8 [IPv4: Enabled, IPv6: Disabled]`. */
export type Masquerading = {
  enabled: boolean;
  /** BPF or IPTables. */
  mode?: string;
  ipMasqAgent?: boolean;
  ipv4?: boolean;
  ipv6?: boolean;
  /** Traffic to this range keeps its source address. */
  snatExclusionCIDRv4?: string;
  snatExclusionCIDRv6?: string;
  /** In text only: the devices of the kube-proxy replacement. */
  devices?: string[];
};

/** `Clock Source for BPF:   jiffies   [250 Hz]` (`--verbose` and JSON). */
export type ClockSource = { mode: string; hertz?: number };
