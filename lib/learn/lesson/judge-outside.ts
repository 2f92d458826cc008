import { isLoopback } from '@/lib/cilium/devices/interface-facts';
import { isUnspecifiedIP } from '@/lib/cilium/ip-address';
import type { LiveCluster, LiveRow } from './live-cluster';
import { outsideRows, whyDropped, type OutsideRow } from './outside-rows';
import { typedAddresses, type TypedAddress } from './typed-addresses';
import { listed, met, open, type Verdict } from './verdict';

/**
 * Judges whether an answer names addresses that a client outside reaches: so many different ones, of one Service where
 * there are several.
 */
export function judgeOutsideAddresses(cluster: LiveCluster, count: 1 | 2, answer: string): Verdict {
  const typed = typedAddresses(answer);
  if (typed.length === 0)
    return open('There is no address in this. Type it with its port, as 192.0.2.7:30080.');
  const found: Way[][] = [];
  for (const [index, address] of typed.entries()) {
    const ways = meets(cluster, address);
    if (typeof ways === 'string') return open(ways);
    // What is named twice is one way.
    if (typed.findIndex((other) => isSame(other, address)) === index)
      found.push(ways.map((way) => ({ address, ...way })));
  }
  const [first, second] = leadingToOne(found[0] ?? [], found[1] ?? []);
  if (first === undefined || (count === 2 && second === undefined))
    return open('That is one way. Another address of the same Service is still to be named.');
  if (count === 1 || second === undefined)
    return met(
      `${first.address.text} is ${named(first.row)}: for clients outside, at an address that a packet can carry.`,
    );
  if (first.row.service !== second.row.service)
    return open(
      `Both are reached from outside, but ${first.address.text} is ${named(first.row)} and ${second.address.text} is ${named(second.row)}.`,
    );
  if (!leadToOne(first, second))
    return open(
      `Both are reached from outside, but ${first.address.text} leads to ${listed(reached(first))} and ${second.address.text} to ${listed(reached(second))}.`,
    );
  return met(`Both lead to ${first.row.service ?? listed(reached(first))}.`);
}

/** A row that a typed address leads to. */
type Way = OutsideRow & { address: TypedAddress };

/** Of the rows of two addresses two that lead to one Service; the first of each where there are none. */
function leadingToOne(ones: readonly Way[], others: readonly Way[]): [Way | undefined, Way | undefined] {
  for (const one of ones) {
    const other = others.find((way) => leadToOne(one, way));
    if (other !== undefined) return [one, other];
  }
  return [ones[0], others[0]];
}

/** Rows of no Service are of pods, and may be of different ones. */
function leadToOne(one: OutsideRow, other: OutsideRow): boolean {
  if (one.row.service !== other.row.service) return false;
  return one.row.service !== null || reached(one).join() === reached(other).join();
}

/** The backends of a way, in one order. */
function reached({ backends }: OutsideRow): string[] {
  return backends.map(({ ip, port }) => (ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`)).sort();
}

function isSame(one: TypedAddress, other: TypedAddress): boolean {
  return one.ip === other.ip && one.port === other.port && one.protocol === other.protocol;
}

function named({ type, service }: LiveRow): string {
  if (type === 'HostPort' && service === null)
    return 'a HostPort row, which belongs to a pod and not to a Service';
  return `${type === null ? 'a row' : `a ${type} row`}${service === null ? '' : ` of ${service}`}`;
}

/** Gives the rows by which a packet from outside to this address gets somewhere, or why it leads nowhere. */
function meets(cluster: LiveCluster, { ip, port, protocol, text }: TypedAddress): OutsideRow[] | string {
  if (port === null) return `${text} has no port: a browser needs both.`;
  if (isUnspecifiedIP(ip))
    return `No packet is sent to ${ip}: it is the row that stands for every local address, looked up inside a node.`;
  if (isLoopback(ip))
    return `${text} is an address of a machine to itself: the packet never leaves the machine.`;
  const ways = outsideRows(cluster, { ip, port, protocol });
  const good = ways.filter(({ backends }) => backends.length > 0);
  if (good.length > 0) return good;
  // A host port of other nodes says nothing of this one where a Service has the port too.
  const dropped = ways.find(({ row }) => row.type !== 'HostPort') ?? ways[0];
  if (dropped !== undefined) return whyDropped(dropped, text);
  const { rows } = cluster;
  const row = rows.find(
    (one) =>
      one.ip === ip &&
      one.port === port &&
      (protocol === null || [null, 'ANY', protocol].includes(one.protocol)),
  );
  if (row?.type === 'ClusterIP')
    return `${text} is ${named(row)}: an address that only the cluster knows. A packet from outside to it is dropped.`;
  if (row !== undefined) return `${text} is ${named(row)}, which is not for clients outside.`;
  const backend = rows.find(({ backends }) => backends.some((one) => one.ip === ip && one.port === port));
  if (backend !== undefined)
    return `${text} is a backend of ${backend.service ?? 'a row'}: a pod, not a frontend.`;
  return `No agent has a row for ${text}.`;
}
