import { isIPv6 } from '../ip-address';
import { formatL3n4Addr } from '../l3n4-addr';

/** Protocols whose packets are followed; Cilium balances SCTP in basic cases only. */
export type L4 = 'TCP' | 'UDP';

export type IPFamily = 'IPv4' | 'IPv6';

/** A port, or the range a node picks a free one from: which one cannot be known beforehand. */
export type Port = number | { min: number; max: number };

/** One end of a connection, as a packet carries it. */
export type SocketAddress = { ip: string; port: Port };

/** What a DSR packet carries the Service's address in, byte for byte. */
export type DsrInfo = {
  form: 'ip-option' | 'destination-options' | 'geneve-option';
  service: SocketAddress;
  bytes: readonly number[];
};

/** The packet around the packet. */
export type OuterHeader = {
  kind: 'vxlan' | 'geneve' | 'ipip';
  sourceIP: string;
  destinationIP: string;
  /** What all of it adds to the inner packet, in bytes: IP, UDP, tunnel header, inner Ethernet, options. */
  bytes: number;
};

/** The headers of one packet; `outer` is null where nothing wraps it. */
export type Packet = {
  protocol: L4;
  source: SocketAddress;
  destination: SocketAddress;
  dsr: DsrInfo | null;
  outer: OuterHeader | null;
};

/** Gives the family of an address. */
export function familyOf(ip: string): IPFamily {
  return isIPv6(ip) ? 'IPv6' : 'IPv4';
}

/** Prints one end: `10.0.2.20:8080`, `[fd00::1]:80`, `192.0.2.11:32768–65535` where the node picks a port. */
export function formatSocketAddress({ ip, port }: SocketAddress): string {
  if (typeof port === 'number') return formatL3n4Addr({ ip, port, protocol: null, scope: 'external' });
  return `${ip.includes(':') ? `[${ip}]` : ip}:${port.min}–${port.max}`;
}

/** True where two ends are the same, or are picked from the same range. */
export function sameSocketAddress(a: SocketAddress, b: SocketAddress): boolean {
  return formatSocketAddress(a) === formatSocketAddress(b);
}

/** Gives the packet that answers: ends turned round, nothing added. */
export function answerTo({ protocol, source, destination }: Packet): Packet {
  return { protocol, source: destination, destination: source, dsr: null, outer: null };
}
