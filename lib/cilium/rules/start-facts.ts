import type { DeviceFacts } from '../settings/devices';

/** Kinds of network device that a kernel may be built without, and that some setting needs. */
export type DeviceType = 'geneve' | 'ipip' | 'wireguard' | 'netkit';

/** What rules need to know of a node and its cluster beyond the configuration. null: not known. */
export type StartFacts = {
  devices: readonly DeviceFacts[] | null;
  nodeIPs: readonly string[] | null;
  kernel: { major: number; minor: number; patch?: number } | null;
  /** `net.ipv4.ip_local_port_range`. */
  ephemeralPorts: { min: number; max: number } | null;
  /** Texts of sysctls by name, `net.ipv4.ip_local_reserved_ports`; null: it cannot be read. One that is absent is not known. */
  sysctls: Readonly<Record<string, string | null>>;
  /** `net.ipv4.conf.DEV.rp_filter` of the direct-routing device. */
  rpFilter: number | null;
  /** Devices whose driver takes no native XDP program; empty where all do. */
  devicesWithoutXDP: readonly string[] | null;
  /** Whether the kernel can make a device of a type; absent: not known. */
  deviceTypes: Readonly<Partial<Record<DeviceType, boolean>>>;
  /** File systems that an agent finds mounted, by mount point. */
  mounts: Readonly<Record<string, string>> | null;
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
  /** Where the node mounts `net_cls` of cgroup v1. */
  netClsMounts: readonly string[] | null;
  /** Whether netkit devices of the kernel can leave the marks of packets alone. */
  netkitScrubs: boolean | null;
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
  deviceTypes: {},
  mounts: null,
  backendsMax: null,
  agentMemoryBytes: null,
  nodeKeys: null,
  hostPorts: null,
  affinityBehindProxy: null,
  netClsMounts: null,
  netkitScrubs: null,
};
