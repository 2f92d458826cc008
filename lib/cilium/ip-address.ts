const ipv4Octet = /^(?:0|[1-9]\d{0,2})$/;
const ipv6Group = /^[0-9a-f]{1,4}$/i;

/** Splits off the suffix that names a cluster or a zone: `10.0.0.1@2` → `10.0.0.1`, `@2` (cluster IDs since v1.13). */
export function splitAddressSuffix(ip: string): { address: string; suffix: string } {
  const at = ip.search(/[@%]/);
  return at < 0 ? { address: ip, suffix: '' } : { address: ip.slice(0, at), suffix: ip.slice(at) };
}

/** Gives the four octets of an IPv4 address, or null. */
export function parseIPv4(ip: string): number[] | null {
  if (ip.length > 15) return null;
  const octets = ip.split('.');
  if (octets.length !== 4 || !octets.every((octet) => ipv4Octet.test(octet))) return null;
  const numbers = octets.map(Number);
  return numbers.every((octet) => octet <= 255) ? numbers : null;
}

/** Gives the eight 16-bit groups of an IPv6 address (`::` and a dotted tail allowed, no zone), or null. */
export function parseIPv6(ip: string): number[] | null {
  if (ip.length < 2 || ip.length > 45 || !ip.includes(':')) return null;
  const halves = ip.split('::');
  if (halves.length > 2) return null;
  const head = parseGroups(halves[0] ?? '', halves.length === 1);
  const tail = parseGroups(halves[1] ?? '', true);
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1) return missing === 0 ? head : null;
  return missing >= 1 ? [...head, ...Array<number>(missing).fill(0), ...tail] : null;
}

function parseGroups(text: string, mayEndInIPv4: boolean): number[] | null {
  if (text === '') return [];
  const parts = text.split(':');
  const groups: number[] = [];
  for (const [index, part] of parts.entries()) {
    if (ipv6Group.test(part)) {
      groups.push(parseInt(part, 16));
      continue;
    }
    const octets = mayEndInIPv4 && index === parts.length - 1 ? parseIPv4(part) : null;
    if (octets === null) return null;
    const [a = 0, b = 0, c = 0, d = 0] = octets;
    groups.push(a * 256 + b, c * 256 + d);
  }
  return groups;
}

/** True for an IPv6 address, with or without a cluster ID or zone behind it. */
export function isIPv6(ip: string): boolean {
  return parseIPv6(splitAddressSuffix(ip).address) !== null;
}

/** True for the address that stands for every address of a node: `0.0.0.0` and `::`. */
export function isUnspecifiedIP(ip: string): boolean {
  return ip === '0.0.0.0' || ip === '::';
}

/** True for an IPv4 or IPv6 address, with or without a cluster ID or zone behind it. */
export function isIP(ip: string): boolean {
  const { address } = splitAddressSuffix(ip);
  return parseIPv4(address) !== null || parseIPv6(address) !== null;
}

/**
 * Writes an address as Go's `netip.Addr` prints it, so that text and JSON of one agent agree
 * (JSON repeats what the API was given, `2001:0db8::1`; text prints the parsed address).
 * What is no address comes back unchanged.
 */
export function canonicalIP(ip: string): string {
  const { address, suffix } = splitAddressSuffix(ip);
  if (!address.includes(':')) return ip;
  const groups = parseIPv6(address);
  return groups === null ? ip : formatIPv6(groups) + suffix;
}

function formatIPv6(groups: readonly number[]): string {
  const isMappedIPv4 = groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0);
  if (isMappedIPv4) {
    const [high = 0, low = 0] = groups.slice(6);
    return `::ffff:${high >>> 8}.${high & 255}.${low >>> 8}.${low & 255}`;
  }
  const { start, length } = longestZeroRun(groups);
  const hex = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':');
  if (length < 2) return hex(groups);
  return `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`;
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (let index = 0; index <= groups.length; index += 1) {
    if (groups[index] === 0) continue;
    if (index - start > best.length) best = { start, length: index - start };
    start = index + 1;
  }
  return best;
}

/** Orders addresses by number: IPv4 before IPv6, then by value, then by cluster ID; what is no address comes last. */
export function compareIPs(a: string, b: string): number {
  if (a === b) return 0;
  const left = numericIP(a);
  const right = numericIP(b);
  if (left.numbers.length !== right.numbers.length) return rank(left.numbers) - rank(right.numbers);
  for (const [index, number] of left.numbers.entries()) {
    const difference = number - (right.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.clusterID - right.clusterID || (a < b ? -1 : 1);
}

function numericIP(ip: string): { numbers: readonly number[]; clusterID: number } {
  const { address, suffix } = splitAddressSuffix(ip);
  const clusterID = suffix.startsWith('@') ? Number(suffix.slice(1)) || 0 : 0;
  return { numbers: parseIPv4(address) ?? parseIPv6(address) ?? [], clusterID };
}

function rank(numbers: readonly number[]): number {
  return numbers.length === 0 ? 16 : numbers.length;
}
