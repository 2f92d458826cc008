import { canonicalIP, isUnspecifiedIP } from '../ip-address';
import { familyOf } from './packet';
import type { PacketQuestion, PathNode, PathRow } from './packet-question';

/** Addresses of every node of the cluster, and loopback: where the wildcard row of a node port stands in. */
function isNodeAddress({ nodes }: PacketQuestion, ip: string): boolean {
  return [...nodes.values()].some((node) => isOwnAddress(node, ip));
}

function isOwnAddress(node: PathNode | undefined, ip: string): boolean {
  if (node === undefined) return false;
  return (
    ip === '::1' ||
    ip.startsWith('127.') ||
    Object.values(node.ips).includes(ip) ||
    Object.values(node.internalIPs).includes(ip)
  );
}

/**
 * Gives the row that a packet from outside matches on a node: its exact address. The copies for a node's own addresses
 * are in the maps only since v1.18: there the wildcard's row stands for them.
 */
export function rowFromOutside(question: PacketQuestion, node: string): PathRow | null {
  const rows = question.rows.get(node) ?? [];
  const exact = rows.filter((row) => isFor(row, question));
  const found = exact.find(({ scope }) => scope === 'external') ?? exact[0];
  if (found !== undefined) return found;
  const own = question.nodes.get(node)?.ips[familyOf(question.to.ip)];
  return own === canonicalIP(question.to.ip) ? wildcard(question, rows, 'external') : null;
}

/**
 * Gives the row that a socket or a pod of a node is served by: the internal scope before the external one, the exact
 * address before the wildcard, which stands for every node of the cluster (`sock4_wildcard_lookup_full`).
 */
export function rowFromInside(question: PacketQuestion, node: string): PathRow | null {
  const rows = question.rows.get(node) ?? [];
  const exact = rows.filter((row) => isFor(row, question));
  const found = exact.find(({ scope }) => scope === 'internal') ?? exact[0];
  if (found !== undefined) return found;
  const address = canonicalIP(question.to.ip);
  if (!isNodeAddress(question, address)) return null;
  const row = wildcard(question, rows, 'internal') ?? wildcard(question, rows, 'external');
  // A host port is its own node's alone.
  return row?.type === 'HostPort' && !isOwnAddress(question.nodes.get(node), address) ? null : row;
}

function isFor({ ip, port }: PathRow, { to }: PacketQuestion): boolean {
  return canonicalIP(ip) === canonicalIP(to.ip) && port === to.port;
}

function wildcard({ to }: PacketQuestion, rows: readonly PathRow[], scope: PathRow['scope']): PathRow | null {
  return (
    rows.find(
      (row) =>
        isUnspecifiedIP(row.ip) &&
        row.port === to.port &&
        row.scope === scope &&
        familyOf(row.ip) === familyOf(to.ip),
    ) ?? null
  );
}
