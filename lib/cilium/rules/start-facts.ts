import type { DeviceFacts } from '../settings/devices';

/** What rules need to know of a node and its cluster beyond the configuration. null: not known. */
export type StartFacts = {
  devices: readonly DeviceFacts[] | null;
  nodeIPs: readonly string[] | null;
  kernel: { major: number; minor: number } | null;
  /** `net.ipv4.ip_local_port_range`. */
  ephemeralPorts: { min: number; max: number } | null;
  /** `net.ipv4.conf.DEV.rp_filter` of the direct-routing device. */
  rpFilter: number | null;
  /** Selected devices whose driver takes no native XDP program; empty where all do. */
  devicesWithoutXDP: readonly string[] | null;
  /** The most backends that one Service with frontends outside has. */
  backendsMax: number | null;
  /** The memory limit of the agent's container, in bytes. */
  agentMemoryBytes: number | null;
  /** Keys that a CiliumNodeConfig sets for this node, to another value than the ConfigMap. */
  nodeKeys: readonly string[] | null;
  /** Host ports of pods on the node. */
  hostPorts: readonly number[] | null;
};

/** Nothing is known but the configuration. */
export const noFacts: StartFacts = {
  devices: null,
  nodeIPs: null,
  kernel: null,
  ephemeralPorts: null,
  rpFilter: null,
  devicesWithoutXDP: null,
  backendsMax: null,
  agentMemoryBytes: null,
  nodeKeys: null,
  hostPorts: null,
};
