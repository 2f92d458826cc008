import type { L3n4Addr } from '../l3n4-addr';

function ipv4Bytes(ip: string): number[] {
  return ip.split('.').map(Number);
}

function groupBytes(text: string): number[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => {
    if (group.includes('.')) return ipv4Bytes(group);
    const value = parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}

/** The 16 bytes an agent compares addresses by; IPv4 as ::ffff:a.b.c.d. */
function addressBytes(ip: string): number[] {
  const host = ip.split('@', 1)[0] ?? ip;
  if (!host.includes(':')) return [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, ...ipv4Bytes(host)];
  const [head = '', tail] = host.split('::');
  const before = groupBytes(head);
  const after = tail === undefined ? [] : groupBytes(tail);
  return [...before, ...new Array<number>(Math.max(0, 16 - before.length - after.length)).fill(0), ...after];
}

const keys = new Map<string, string>();

/** A text that sorts addresses as their bytes do: `10.0.0.2` before `10.0.0.10`. */
function sortKey(ip: string): string {
  const known = keys.get(ip);
  if (known !== undefined) return known;
  const key = addressBytes(ip)
    .map((byte) => String.fromCharCode(byte))
    .join('');
  // Bounded: a long-lived process meets ever new pod addresses.
  if (keys.size > 200_000) keys.clear();
  keys.set(ip, key);
  return key;
}

/** Orders IP addresses by their bytes, as the agent's tables do (v1.18 and later). */
export function compareAddresses(a: string, b: string): number {
  const left = sortKey(a);
  const right = sortKey(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** By name, as recorded from a 1.21-dev agent. */
const protocolOrder = ['ANY', 'NONE', 'SCTP', 'TCP', 'UDP'];

/** Orders the rows of a table as agents since v1.18 keep them: by address, port, protocol and scope. */
export function compareL3n4Addrs(a: L3n4Addr, b: L3n4Addr): number {
  return (
    compareAddresses(a.ip, b.ip) ||
    a.port - b.port ||
    protocolOrder.indexOf(a.protocol ?? 'ANY') - protocolOrder.indexOf(b.protocol ?? 'ANY') ||
    (a.scope === b.scope ? 0 : a.scope === 'external' ? -1 : 1)
  );
}

export function isIPv6(ip: string): boolean {
  return ip.includes(':');
}
