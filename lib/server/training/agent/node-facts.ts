import type { KindTypes } from '../agent-contract';
import { hashText } from '../api-server/seeded-random';
import type { StartFacts } from '@/lib/cilium/rules/start-facts';
import type { DeviceFacts } from '@/lib/cilium/settings/devices';

/** What an agent knows of its node beyond the Kubernetes API: kernel, devices, size, addresses of its own. */
export type NodeFacts = {
  devices: DeviceFacts[];
  cpus: number;
  memoryBytes: number;
  /** `cilium_host`'s address: the proxy listens there. */
  routerIPs: string[];
  healthIPs: string[];
  /** Addresses the node may give to pods; null means those of its pod CIDRs. */
  ipamCapacity: number | null;
  /** BPF host routing and tcx need it (5.10 and 6.6). */
  kernel: { major: number; minor: number };
  /** Linux's own `net.ipv4.ip_local_port_range`, unless the node has another. */
  ephemeralPorts: { min: number; max: number };
  /** Devices whose driver takes no XDP program. */
  devicesWithoutXDP: string[];
  /** What the kernel is built with. */
  deviceTypes: StartFacts['deviceTypes'];
  /** File systems by mount point, as an agent's pod sees them. */
  mounts: Record<string, string>;
  hubbleFlowsPerSecond: number;
  /** Namespaces whose pods its counts of endpoints and addresses leave out. */
  uncountedNamespaces: string[];
};

function numbers(cidr: string): { base: number; bits: number } | null {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(cidr);
  if (match === null) return null;
  const [a = 0, b = 0, c = 0, d = 0, bits = 32] = match.slice(1).map(Number);
  return { base: ((a << 24) | (b << 16) | (c << 8) | d) >>> 0, bits };
}

/** An address inside a pod CIDR, far from its start so that pods do not meet it. */
export function addressIn(cidr: string, pick: number): string {
  const v4 = numbers(cidr);
  if (v4 === null) return `${cidr.replace(/::.*$/, '')}::${((pick % 60_000) + 1_000).toString(16)}`;
  const size = 2 ** (32 - v4.bits);
  const value = v4.base + Math.max(1, size - 2 - (pick % Math.max(1, Math.min(16, size - 4))));
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255].join('.');
}

function linkLocal(seed: number): string {
  const part = (shift: number): string => ((seed >>> shift) & 0xffff).toString(16);
  return `fe80::${part(0)}:${((seed >>> 8) & 0xff).toString(16)}ff:fe${((seed >>> 4) & 0xff).toString(16).padStart(2, '0')}:${part(12)}`;
}

/** Bytes of a quantity such as `3943128Ki` or `16Gi`; 0 for anything else. */
function bytesOf(quantity: string | undefined): number {
  const [, amount = '0', unit = ''] = /^(\d+)(Ki|Mi|Gi)?$/.exec(quantity ?? '') ?? [];
  return Number(amount) * { '': 1, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30 }[unit as '' | 'Ki' | 'Mi' | 'Gi'];
}

/** The numbers of `6.8.0-63-generic`; those of a kernel of 2024 where there are none. */
function kernelOf(text: string): NodeFacts['kernel'] {
  const [, major = 6, minor = 8] = /^(\d+)\.(\d+)/.exec(text) ?? [];
  return { major: Number(major), minor: Number(minor) };
}

/** What a node with one device looks like: eth0 with the node's InternalIPs, size and kernel as its kubelet says. */
export function defaultNodeFacts(node: KindTypes['Node'] | undefined, nodeName: string): NodeFacts {
  const seed = hashText(nodeName);
  const ips = (node?.status?.addresses ?? [])
    .filter(({ type }) => type === 'InternalIP')
    .map(({ address }) => address);
  const cidrs = node?.spec?.podCIDRs ?? [];
  const { major, minor } = kernelOf(node?.status?.nodeInfo?.kernelVersion ?? '');
  return {
    devices: [{ name: 'eth0', ips: [...ips, linkLocal(seed)], defaultRoute: true }],
    cpus: Number(node?.status?.capacity?.cpu ?? 4),
    memoryBytes: bytesOf(node?.status?.capacity?.memory) || 16 * 2 ** 30,
    routerIPs: cidrs.map((cidr) => addressIn(cidr, seed)),
    healthIPs: cidrs.map((cidr) => addressIn(cidr, seed + 1)),
    ipamCapacity: null,
    kernel: { major, minor },
    ephemeralPorts: { min: 32_768, max: 60_999 },
    devicesWithoutXDP: [],
    deviceTypes: {
      geneve: true,
      ipip: true,
      wireguard: true,
      netkit: major > 6 || (major === 6 && minor >= 7),
    },
    mounts: { '/run/cilium/cgroupv2': 'cgroup2', '/sys/fs/cgroup': 'cgroup2' },
    hubbleFlowsPerSecond: 3 + (seed % 4000) / 100,
    uncountedNamespaces: [],
  };
}
