/** Fixed-width text of an IPv4 or IPv6 address, so that text order is numeric order; IPv4 stands first. */
export function addressSortKey(ip: string): string {
  const [host = '', cluster = ''] = ip.split('@');
  const key = host.includes(':') ? ipv6SortKey(host) : ipv4SortKey(host);
  return `${key}@${cluster.padStart(3, '0')}`;
}

function ipv4SortKey(host: string): string {
  return `4${host
    .split('.')
    .map((octet) => octet.padStart(3, '0'))
    .join('')}`;
}

function ipv6SortKey(host: string): string {
  const [before = '', after] = host.split('::');
  const head = groups(before);
  const tail = after === undefined ? [] : groups(after);
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0000');
  return `6${[...head, ...zeros, ...tail].join('')}`;
}

function groups(text: string): string[] {
  return text === '' ? [] : text.split(':').map((group) => group.padStart(4, '0'));
}

/** True for the address that stands for every address of a node: `0.0.0.0` and `::`. */
export function isWildcard(ip: string): boolean {
  return ip === '0.0.0.0' || ip === '::';
}
