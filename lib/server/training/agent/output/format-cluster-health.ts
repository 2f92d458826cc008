import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import { formatGoDuration } from '../go/duration';
import { formatGoTime } from '../go/time';
import type { ClusterHealth, NodeHealth } from '../status/health-model';
import { httpTimeout, pingTimeout } from '../status/probe-failure';

const shownLines = 10;

/** Which nodes `cilium status` prints: the unreachable ones, or with a flag more. */
export type HealthDetails = {
  /** `--all-health`: no limit to the lines; up to v1.16 also the nodes that answer. */
  allHealth: boolean;
  /** `--all-nodes`, without effect up to v1.16: every node, and no limit to the lines. */
  allNodes: boolean;
  /** `--verbose`: since v1.17 every probe. */
  verbose: boolean;
};

function isHealthy({ nodeReachable, endpointReachable }: NodeHealth): boolean {
  return nodeReachable && endpointReachable;
}

function shortRow(node: NodeHealth, cell: (ok: boolean) => string): string {
  const { name, local, ip, nodeReachable, endpointReachable } = node;
  return `  ${name}${local ? ' (localhost)' : ''}\t${ip}\t${cell(nodeReachable)}\t${cell(endpointReachable)}\n`;
}

function path(kind: string, ip: string, ok: boolean, icmpNs: number, httpNs: number, probed: string): string {
  const result = (ns: number, failure: string): string => (ok ? `OK, RTT=${formatGoDuration(ns)}` : failure);
  return (
    `    ${kind} connectivity to ${ip}:\n` +
    `      ICMP to stack:\t${result(icmpNs, pingTimeout)}${probed}\n` +
    `      HTTP to agent:\t${result(httpNs, httpTimeout(ip))}${probed}\n`
  );
}

function longRow(node: NodeHealth, probed: string): string {
  const { name, local, ip, healthIP, rttNs } = node;
  return (
    `  ${name}${local ? ' (localhost)' : ''}:\n` +
    path('Host', ip, node.nodeReachable, rttNs.nodeIcmp, rttNs.nodeHttp, probed) +
    path('Endpoint', healthIP, node.endpointReachable, rttNs.endpointIcmp, rttNs.endpointHttp, probed)
  );
}

/** The rows up to v1.16. The limit counts nodes, healthy ones too, and the dots have no line feed. */
function tableUntil16(nodes: readonly NodeHealth[], all: boolean): string {
  const healthy = nodes.filter(isHealthy).length;
  if (!all && healthy === nodes.length) return '';
  const row = (node: NodeHealth): string =>
    all || !isHealthy(node) ? shortRow(node, (ok) => (ok ? 'reachable' : 'unreachable')) : '';
  const local = nodes.filter((node) => node.local);
  const limit = (all ? 0 : shownLines) - local.length;
  const others = nodes.filter((node, index) => !node.local && (limit <= 0 || index <= limit));
  const dots = limit > 0 && nodes.length - healthy > limit ? '  ...' : '';
  return `  Name\tIP\tNode\tEndpoints\n${[...local, ...others].map(row).join('')}${dots}`;
}

/** The rows since v1.17. Without a limit the loop over the other nodes ends at once if the own node had no row. */
function tableSince17(nodes: readonly NodeHealth[], details: HealthDetails, probed: string): string {
  const { allHealth, allNodes, verbose } = details;
  const limit = allHealth || allNodes ? 0 : shownLines;
  const row = (node: NodeHealth): string => {
    if (verbose) return longRow(node, probed);
    return allNodes || !isHealthy(node) ? shortRow(node, (ok) => `${ok ? 1 : 0}/1`) : '';
  };
  const rows = nodes
    .filter(({ local }) => local)
    .map(row)
    .filter(Boolean);
  for (const node of nodes) {
    if (rows.length === limit) break;
    const text = node.local ? '' : row(node);
    if (text !== '') rows.push(text);
  }
  const hidden = nodes.length - rows.length - nodes.filter(isHealthy).length;
  return `Name\tIP\tNode\tEndpoints\n${rows.join('')}${hidden > 0 ? '  ...\n' : ''}`;
}

/** Prints the line of an agent without health checking. */
export function formatHealthDisabled(version: CiliumVersion): string {
  return `Cluster health:\t${atLeast(version, 19) ? '' : '\t'}Probe disabled\n`;
}

/**
 * Prints `Cluster health:` and nodes as `cilium status` does (pkg/health/client, v1.15 to v1.20); null where the
 * health daemon does not answer.
 */
export function formatClusterHealth(
  health: ClusterHealth | null,
  details: HealthDetails,
  version: CiliumVersion,
): string {
  if (health === null) return 'Cluster health:\t\t\tWarning\tcilium-health daemon unreachable\n';
  const { probedAtMs, intervalNs } = health;
  const nodes = [...health.nodes].sort((a, b) => (a.name < b.name ? -1 : 1));
  const time = formatGoTime(probedAtMs);
  const interval = atLeast(version, 18) ? `\t(Probe interval: ${formatGoDuration(intervalNs)})` : '';
  const counts = `${nodes.filter(isHealthy).length}/${nodes.length}`;
  const head = `Cluster health:\t${counts} reachable\t(${time})${interval}\n`;
  if (!atLeast(version, 17)) return head + tableUntil16(nodes, details.allHealth);
  const probed = atLeast(version, 18) ? `\t(Last probed: ${time})` : '';
  return head + tableSince17(nodes, details, probed);
}
