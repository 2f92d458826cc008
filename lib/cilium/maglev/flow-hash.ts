import type { Release } from '../agent-version';
import { atLeast } from '../agent-version';
import { parseIPv4, parseIPv6, splitAddressSuffix } from '../ip-address';
import { jhash3Words, jhashIPv6 } from './jhash';
import type { MaglevSeed } from './maglev-seed';

/** IP protocol numbers of what Cilium balances. */
const protocolNumbers = { TCP: 6, UDP: 17, SCTP: 132 } as const;

/** What of a packet takes part in its hash; the Service's address does not, on purpose. */
export type Flow = {
  clientIP: string;
  clientPort: number;
  servicePort: number;
  protocol: keyof typeof protocolNumbers;
  /** True where the Service has session affinity. */
  affinity: boolean;
};

/** A client whose address is none. */
export class FlowAddressError extends Error {
  constructor(readonly clientIP: string) {
    super(`A flow cannot be hashed: its client ${JSON.stringify(clientIP)} is no IP address.`);
    this.name = 'FlowAddressError';
  }
}

/**
 * Gives the 32-bit hash by which a flow finds its slot on a little-endian machine: bpf/lib/hash.h. Since v1.18 the two
 * ports stand the other way round in it (98d9320865), and session affinity leaves the client's port out, so that all
 * nodes choose one backend for a client: an upgrade over that border sends flows elsewhere.
 * @throws FlowAddressError
 */
export function flowHash(flow: Flow, seed: MaglevSeed, version: Release): number {
  const protocol = protocolNumbers[flow.protocol];
  const service = swap16(flow.servicePort);
  const isSwapped = atLeast(version, 18);
  const client = isSwapped && flow.affinity ? 0 : swap16(flow.clientPort);
  const ports = isSwapped ? (service << 16) | client : (client << 16) | service;
  const { address } = splitAddressSuffix(flow.clientIP);
  const octets = parseIPv4(address);
  if (octets !== null) return jhash3Words(littleEndian(octets), ports, protocol, seed.jhashIPv4);
  const groups = parseIPv6(address);
  if (groups === null) throw new FlowAddressError(flow.clientIP);
  const bytes = groups.flatMap((group) => [group >>> 8, group & 255]);
  const [p1 = 0, p2 = 0, p3 = 0, p4 = 0] = [0, 4, 8, 12].map((at) => littleEndian(bytes.slice(at, at + 4)));
  return jhashIPv6([p1, p2, p3, p4], ports, protocol, seed.jhashIPv6);
}

/** Gives the slot of a table of `size` that a flow falls into. */
export function flowSlot(flow: Flow, seed: MaglevSeed, version: Release, size: number): number {
  return flowHash(flow, seed, version) % size;
}

function swap16(port: number): number {
  return ((port & 255) << 8) | (port >>> 8);
}

function littleEndian([a = 0, b = 0, c = 0, d = 0]: readonly number[]): number {
  return a | (b << 8) | (c << 16) | (d << 24);
}
