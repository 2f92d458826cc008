import { isUnspecifiedIP } from '@/lib/cilium/ip-address';
import type { LiveCluster, LiveRow } from './live-cluster';
import { typedAddresses, type TypedAddress } from './typed-addresses';
import { met, open, type Verdict } from './verdict';

/** Types whose rows a packet from outside may match. */
const fromOutside = ['NodePort', 'LoadBalancer', 'ExternalIPs', 'HostPort'];

/**
 * Judges whether an answer names addresses that a client outside reaches: so many different ones, of one Service where
 * there are several.
 */
export function judgeOutsideAddresses(cluster: LiveCluster, count: 1 | 2, answer: string): Verdict {
  const typed = typedAddresses(answer);
  if (typed.length === 0)
    return open('There is no address in this. Type it with its port, as 192.0.2.7:30080.');
  const found: { address: TypedAddress; row: LiveRow }[] = [];
  for (const address of typed) {
    const row = rowFor(cluster, address);
    if (typeof row === 'string') return open(row);
    found.push({ address, row });
  }
  const [first, second] = found.filter(
    ({ address }, index) => found.findIndex((other) => isSame(other.address, address)) === index,
  );
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
  return met(`Both lead to ${first.row.service ?? 'the same backends'}.`);
}

function isSame(one: TypedAddress, other: TypedAddress): boolean {
  return one.ip === other.ip && one.port === other.port;
}

function named({ type, service }: LiveRow): string {
  if (type === 'HostPort' && service === null)
    return 'a HostPort row, which belongs to a pod and not to a Service';
  return `${type === null ? 'a row' : `a ${type} row`}${service === null ? '' : ` of ${service}`}`;
}

/** Gives the row that a packet from outside to this address matches, or why there is none. */
function rowFor({ rows, agents }: LiveCluster, { ip, port, text }: TypedAddress): LiveRow | string {
  if (port === null) return `${text} has no port: a browser needs both.`;
  if (isUnspecifiedIP(ip))
    return `No packet is sent to ${ip}: it is the row that stands for every local address, looked up inside a node.`;
  const exact = rows.filter((row) => row.ip === ip && row.port === port);
  const good = exact.find((row) => fromOutside.includes(row.type ?? '') && row.scope === 'external');
  if (good !== undefined) return good;
  // From 1.18 on, rows of node addresses are in the BPF map only; the list has the one that stands for all of them.
  const node = agents.find(({ ips }) => ips.includes(ip));
  const wildcard = rows.find(
    (row) => isUnspecifiedIP(row.ip) && row.ip.includes(':') === ip.includes(':') && row.port === port,
  );
  if (node !== undefined && wildcard !== undefined) return wildcard;
  const [row] = exact;
  if (row?.type === 'ClusterIP')
    return `${text} is ${named(row)}: an address that only the cluster knows. A packet from outside to it is dropped.`;
  if (row !== undefined) return `${text} is ${named(row)}, which is not for clients outside.`;
  const backend = rows.find(({ backends }) => backends.some((one) => one.ip === ip && one.port === port));
  if (backend !== undefined)
    return `${text} is a backend of ${backend.service ?? 'a row'}: a pod, not a frontend.`;
  return `No agent has a row for ${text}.`;
}
