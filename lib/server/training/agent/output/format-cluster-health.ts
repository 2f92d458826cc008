import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import { formatGoDuration } from '../go/duration';
import { formatGoTime } from '../go/time';
import type { ClusterHealth, NodeHealth } from '../status/health-model';
import { httpTimeout, pingTimeout } from '../status/probe-failure';

const shownLines = 10;

function isHealthy({ nodeReachable, endpointReachable }: NodeHealth): boolean {
  return nodeReachable && endpointReachable;
}

function shortRow(
  { name, local, ip, nodeReachable, endpointReachable }: NodeHealth,
  counted: boolean,
): string {
  const cell = (ok: boolean): string => (counted ? `${ok ? 1 : 0}/1` : ok ? 'reachable' : 'unreachable');
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

/**
 * Prints `Cluster health:` and the nodes as `cilium status` does: up to v1.16 a table of the unreachable ones (all
 * with `--verbose`); since v1.17 always its title row, then the unreachable ones, or every probe with `--verbose`.
 */
export function formatClusterHealth(
  health: ClusterHealth | null,
  all: boolean,
  version: CiliumVersion,
): string {
  if (health === null) return `Cluster health:\t${atLeast(version, 18) ? '' : '\t'}Probe disabled\n`;
  const { nodes, probedAtMs, intervalNs } = health;
  const healthy = nodes.filter(isHealthy).length;
  const interval = atLeast(version, 18) ? `\t(Probe interval: ${formatGoDuration(intervalNs)})` : '';
  const head = `Cluster health:\t${healthy}/${nodes.length} reachable\t(${formatGoTime(probedAtMs)})${interval}\n`;
  const sorted = [...nodes].sort((a, b) => Number(b.local) - Number(a.local) || (a.name < b.name ? -1 : 1));
  if (!atLeast(version, 17)) {
    const shown = all ? sorted : sorted.filter((node) => !isHealthy(node)).slice(0, shownLines);
    if (shown.length === 0) return head;
    return `${head}  Name\tIP\tNode\tEndpoints\n${shown.map((node) => shortRow(node, false)).join('')}`;
  }
  const title = 'Name\tIP\tNode\tEndpoints\n';
  if (all) {
    const probed = atLeast(version, 18) ? `\t(Last probed: ${formatGoTime(probedAtMs)})` : '';
    return head + title + sorted.map((node) => longRow(node, probed)).join('');
  }
  const unhealthy = sorted.filter((node) => !isHealthy(node)).slice(0, shownLines);
  return head + title + unhealthy.map((node) => shortRow(node, true)).join('');
}
