import type { DeviceFacts } from '../settings/devices';

/** What rules need to know of a node and its cluster beyond the configuration. null: not known. */
export type StartFacts = {
  devices: readonly DeviceFacts[] | null;
  nodeIPs: readonly string[] | null;
  /** `patch` only where it is that of Linux itself, not a distribution's. */
  kernel: { major: number; minor: number; patch?: number } | null;
  /** `net.ipv4.ip_local_port_range`. */
  ephemeralPorts: { min: number; max: number } | null;
  /** Texts of sysctls by name, `net.ipv4.ip_local_reserved_ports`; null: it cannot be read. One that is absent is not known. */
  sysctls: Readonly<Record<string, string | null>>;
  /** `net.ipv4.conf.DEV.rp_filter` of the direct-routing device. */
  rpFilter: number | null;
  /** Selected devices whose driver takes no native XDP program; empty where all do. */
  devicesWithoutXDP: readonly string[] | null;
  /** Whether the kernel has netkit devices, and whether they can leave the marks of packets alone (`scrub`). */
  netkit: { scrub: boolean } | 'absent' | null;
  /** What is mounted at the agent's `cgroup-root`: `cgroup2`, the name of another file system, empty for nothing. */
  cgroupRootFileSystem: string | null;
  /** Where the node mounts `net_cls` of cgroup v1. */
  netClsMounts: readonly string[] | null;
  /** The most backends that one Service with frontends outside has. */
  backendsMax: number | null;
  /** The memory limit of the agent's container, in bytes. */
  agentMemoryBytes: number | null;
  /** Keys that a CiliumNodeConfig sets for this node, to another value than the ConfigMap. */
  nodeKeys: readonly string[] | null;
  /** Host ports of pods on the node. */
  hostPorts: readonly number[] | null;
  /** Services with session affinity whose traffic the annotation for L7 load balancing sends through Envoy. */
  affinityBehindProxy: readonly string[] | null;
};

/** Nothing is known but the configuration. */
export const noFacts: StartFacts = {
  devices: null,
  nodeIPs: null,
  kernel: null,
  ephemeralPorts: null,
  sysctls: {},
  rpFilter: null,
  devicesWithoutXDP: null,
  netkit: null,
  cgroupRootFileSystem: null,
  netClsMounts: null,
  backendsMax: null,
  agentMemoryBytes: null,
  nodeKeys: null,
  hostPorts: null,
  affinityBehindProxy: null,
};
