import { agentVersionOf, atLeast } from '@/lib/cilium/agent-version';
import { isUnspecifiedIP } from '@/lib/cilium/ip-address';
import type { LiveAgent, LiveBackend, LiveCluster, LiveRow } from './live-cluster';

/** Types of rows that a packet from outside may match. */
const fromOutside = ['NodePort', 'LoadBalancer', 'ExternalIPs', 'HostPort'];

/** A row as a packet from outside to an address meets it. */
export type OutsideRow = {
  row: LiveRow;
  /** The node that has the address; null where no node is known to, as for the address of a load balancer. */
  node: string | null;
  /** Where the packet may go from there. */
  backends: readonly LiveBackend[];
};

/** What a packet is sent to; of any protocol where none is given. */
type Destination = { ip: string; port: number; protocol?: string | null };

/** Gives the rows that a packet from outside to this address may match, at the node that has it. */
export function outsideRows({ rows, agents }: LiveCluster, to: Destination): OutsideRow[] {
  const { ip, port, protocol = null } = to;
  const agent = agents.find(({ ips }) => ips.includes(ip));
  const node = agent?.node ?? null;
  const external = rows.filter(
    (row) =>
      row.port === port &&
      row.scope === 'external' &&
      fromOutside.includes(row.type ?? '') &&
      // Up to 1.16, and where protocols are not told apart, a row is of every one.
      (protocol === null || [null, 'ANY', protocol].includes(row.protocol)),
  );
  const exact = external.filter((row) => row.ip === ip);
  // From 1.18 on, rows of node addresses are in the BPF map only; the list has the one that stands for all of them.
  const wildcard = external.filter(
    (row) =>
      agent !== undefined &&
      (row.type !== 'HostPort' || !listsNodeRows(agent)) &&
      ['NodePort', 'HostPort'].includes(row.type ?? '') &&
      isUnspecifiedIP(row.ip) &&
      row.ip.includes(':') === ip.includes(':'),
  );
  return [...exact, ...wildcard].map((row) => ({ row, node, backends: backendsAt(row, node) }));
}

/**
 * Up to 1.17 an agent lists a host port at each address of its node, too. One at the address that stands for all of them
 * and nowhere else is of the node itself: its pod asks for 127.0.0.1.
 */
function listsNodeRows({ status }: LiveAgent): boolean {
  const version = status === null ? null : agentVersionOf(status);
  return version !== null && !atLeast(version, 18);
}

/** Under a traffic policy of Local each node has its own backends, and there may be none. */
function backendsAt({ nodes, backends }: LiveRow, node: string | null): readonly LiveBackend[] {
  if (node === null) return backends;
  return nodes.includes(node) ? backends.filter((backend) => backend.nodes.includes(node)) : [];
}

/** Tells why a packet from outside to this address goes nowhere by a row that has no backend there. */
export function whyDropped({ row, node }: OutsideRow, text: string): string {
  const { type, port, ownBackends, nodes, service } = row;
  const named = service ?? `port ${port}`;
  if (node === null) return `${text}: the row of ${named} has no backend.`;
  if (type === 'HostPort')
    return `${text}: ${node} has no pod with the host port ${port}. It is only on nodes that run one.`;
  if (ownBackends)
    return `${text}: ${node} has no pod of ${named}, and its external traffic policy is Local: it drops a packet from outside.`;
  if (!nodes.includes(node)) return `${text}: the agent of ${node} has no row of ${named} at this port.`;
  return `${text}: the agent of ${node} has no backend of ${named}.`;
}
