import { isUnspecifiedIP } from '@/lib/cilium/ip-address';
import type { LiveBackend, LiveCluster, LiveRow } from './live-cluster';

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

/** Gives the rows that a packet from outside to this address may match, at the node that has it. */
export function outsideRows({ rows, agents }: LiveCluster, ip: string, port: number): OutsideRow[] {
  const node = agents.find(({ ips }) => ips.includes(ip))?.node ?? null;
  const external = rows.filter(
    (row) => row.port === port && row.scope === 'external' && fromOutside.includes(row.type ?? ''),
  );
  const exact = external.filter((row) => row.ip === ip);
  // From 1.18 on, rows of node addresses are in the BPF map only; the list has the one that stands for all of them.
  const wildcard = external.filter(
    (row) =>
      node !== null &&
      ['NodePort', 'HostPort'].includes(row.type ?? '') &&
      isUnspecifiedIP(row.ip) &&
      row.ip.includes(':') === ip.includes(':'),
  );
  return [...exact, ...wildcard].map((row) => ({ row, node, backends: backendsAt(row, node) }));
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
