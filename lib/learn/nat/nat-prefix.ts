import { canonicalIP, parseIPv4, parseIPv6 } from '@/lib/cilium/ip-address';

/** The prefix whose addresses stand for IPv4 addresses: a constant of Cilium's, of 96 bits (RFC 6052; pkg/defaults). */
export const natPrefix = '64:ff9b::/96';

/** Gives the address of the prefix that stands for an IPv4 address: the address is its last 32 bits. */
export function embedIPv4(ip: string): string | null {
  const octets = parseIPv4(ip);
  if (octets === null) return null;
  const [a = 0, b = 0, c = 0, d = 0] = octets;
  return canonicalIP(`64:ff9b::${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`);
}

/** Gives the IPv4 address that an address of the prefix stands for; null for any other address. */
export function embeddedIPv4(ip: string): string | null {
  const groups = parseIPv6(ip);
  if (groups === null || groups[0] !== 0x64 || groups[1] !== 0xff9b) return null;
  if (groups.slice(2, 6).some((group) => group !== 0)) return null;
  const [high = 0, low = 0] = groups.slice(6);
  return `${high >>> 8}.${high & 255}.${low >>> 8}.${low & 255}`;
}
