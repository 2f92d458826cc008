import { canonicalIP, parseIPv4, parseIPv6 } from '@/lib/cilium/ip-address';

/** What makes two ways to write an address the same: its family and its canonical form. */
export type AddressIdentity = { family: 4 | 6; key: string };

/** The identity of an address without suffix; null for what is no address. */
export function addressIdentity(address: string): AddressIdentity | null {
  if (parseIPv4(address) !== null) return { family: 4, key: address };
  return parseIPv6(address) === null ? null : { family: 6, key: canonicalIP(address) };
}

/** Every cluster has these, and they tell of none: "every address of a node", and the node itself. */
const everywhere: ReadonlySet<string> = new Set(['0.0.0.0', '::', '127.0.0.1', '::1']);

/** True for an address that says nothing about a cluster: it is never masked. */
export function isEverywhere({ key }: AddressIdentity): boolean {
  return everywhere.has(key);
}
