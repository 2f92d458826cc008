import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';

const ratio = 0.0025;
/** Bytes of all dynamically sized maps at their default sizes; reproduces the sizes recorded from a real agent. */
const defaultBytes = 149_422_080;

function dynamic(byDefault: number, memoryBytes: number, least: number): number {
  return Math.max(least, Math.floor((byDefault * memoryBytes * ratio) / defaultBytes));
}

/**
 * Lists the BPF maps with their sizes as an agent of a version reports them. Connection tracking, NAT, neighbour
 * and socket maps grow with the node's memory (`bpf-map-dynamic-size-ratio` 0.0025), within their least sizes.
 */
export function bpfMaps(
  version: CiliumVersion,
  cpus: number,
  memoryBytes: number,
  lbMapMax: number,
): { 'dynamic-size-ratio': number; maps: { name: string; size: number }[] } {
  const tcp = dynamic(524_288, memoryBytes, 131_072);
  const any = dynamic(262_144, memoryBytes, 65_536);
  const services: [string, number][] = [
    ['IPv4 service', lbMapMax],
    ['IPv6 service', lbMapMax],
    ['IPv4 service backend', lbMapMax],
    ['IPv6 service backend', lbMapMax],
    ['IPv4 service reverse NAT', lbMapMax],
    ['IPv6 service reverse NAT', lbMapMax],
  ];
  const tracking: [string, number][] = [
    ['Non-TCP connection tracking', any],
    ['TCP connection tracking', tcp],
  ];
  const nat: [string, number][] = [
    ['NAT', tcp],
    ['Neighbor table', tcp],
  ];
  const socket: [string, number][] = [
    ['Session affinity', lbMapMax],
    ['Sock reverse NAT', any],
  ];
  const masquerading: [string, number][] = [
    ['IPv4 masquerading agent', 16_384],
    ['IPv6 masquerading agent', 16_384],
  ];
  const old: [string, number][] = [
    ...tracking,
    ['Endpoint policy', 65_535],
    ['Events', cpus],
    ['IP cache', 512_000],
    ['IP masquerading agent', 16_384],
    ['IPv4 fragmentation', 8_192],
    ...services,
    ['Metrics', 1_024],
    ...nat,
    ['Global policy', 16_384],
    ['Per endpoint policy', 65_536],
    ['Session affinity', lbMapMax],
    ['Signal', cpus],
    ['Sockmap', 65_535],
    ['Sock reverse NAT', any],
    ['Tunnel', 65_536],
  ];
  const middle: [string, number][] = [
    ['Auth', 524_288],
    ...tracking,
    ['Endpoint policy', 65_535],
    ['IP cache', 512_000],
    ...masquerading,
    ['IPv4 fragmentation', 8_192],
    ...services,
    ['Metrics', 1_024],
    ['Ratelimit metrics', 64],
    ...nat,
    ['Global policy', 16_384],
    ...socket,
    ...(atLeast(version, 17) ? [] : ([['Tunnel', 65_536]] satisfies [string, number][])),
  ];
  const recent: [string, number][] = [
    ['Auth', 524_288],
    ...tracking,
    ['Endpoints', 65_535],
    ['IP cache', 512_000],
    ...masquerading,
    ['IPv4 fragmentation', 8_192],
    ...services,
    ['Metrics', 1_024],
    ['Ratelimit metrics', 64],
    ...nat,
    ['Endpoint policy', 16_384],
    // A per-CPU map: its entries are spread over the CPUs.
    ['Policy stats', Math.floor(65_536 / cpus) * cpus],
    ...socket,
  ];
  const chosen = atLeast(version, 18) ? recent : atLeast(version, 14) ? middle : old;
  return { 'dynamic-size-ratio': ratio, maps: chosen.map(([name, size]) => ({ name, size })) };
}
