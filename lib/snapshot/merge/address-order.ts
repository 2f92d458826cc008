import { parseIPv4, parseIPv6, splitAddressSuffix } from '@/lib/cilium/ip-address';

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

const ordersMax = 50_000;
const orders = new Map<string, string>();

/** Gives a text that sorts addresses by number: IPv4 before IPv6 before what is neither. */
export function ipOrder(ip: string): string {
  const known = orders.get(ip);
  if (known !== undefined) return known;
  if (orders.size >= ordersMax) orders.clear();
  const order = computeOrder(ip);
  orders.set(ip, order);
  return order;
}

function computeOrder(ip: string): string {
  const { address, suffix } = splitAddressSuffix(ip);
  const ipv4 = parseIPv4(address);
  if (ipv4 !== null) return `4${ipv4.map((octet) => hex(octet, 2)).join('')}${suffix}`;
  const ipv6 = parseIPv6(address);
  if (ipv6 !== null) return `6${ipv6.map((group) => hex(group, 4)).join('')}${suffix}`;
  return `z${ip}`;
}

/** Gives a text that sorts addresses by IP, port and protocol. */
export function addressOrder({
  ip,
  port,
  protocol,
}: {
  ip: string;
  port: number;
  protocol: string | null;
}): string {
  return `${ipOrder(ip)}:${hex(port, 4)}/${protocol ?? ''}`;
}
