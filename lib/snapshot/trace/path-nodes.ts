import { parseAgentVersion } from '@/lib/cilium/agent-version';
import { directRoutingDevice } from '@/lib/cilium/fields/features';
import { isIPv6 } from '@/lib/cilium/ip-address';
import type { IPFamily } from '@/lib/cilium/packet-path/packet';
import type { PathNode } from '@/lib/cilium/packet-path/packet-question';
import { routerIP, settingsOfStatus } from '@/lib/cilium/packet-path/settings-of-status';
import type { AgentView } from '../agent-view';

/** What is taken where an agent names no version: the newest that is known. */
const newest = { major: 1, minor: 21, patch: 0 };

/** Gives the nodes whose agents report how they handle packets, by name, and what none of them reports. */
export function pathNodes(agents: readonly AgentView[]): {
  nodes: Map<string, PathNode>;
  assumedOf: Map<string, string[]>;
} {
  const nodes = new Map<string, PathNode>();
  const assumedOf = new Map<string, string[]>();
  for (const { node, status, version, nodeIPs } of agents) {
    if (status === null) continue;
    const { settings, assumed } = settingsOfStatus(status, parseAgentVersion(version ?? '') ?? newest);
    const deviceIPs = (directRoutingDevice(status)?.ip ?? []).filter(
      (ip) => ip !== '' && !ip.startsWith('fe80:'),
    );
    const byFamily = (of: (family: IPFamily) => string | null) => ({ IPv4: of('IPv4'), IPv6: of('IPv6') });
    nodes.set(node, {
      name: node,
      ips: byFamily((family) => [...deviceIPs, ...nodeIPs].find((ip) => isOf(family, ip)) ?? null),
      internalIPs: byFamily((family) => routerIP(status, (ip) => isOf(family, ip))),
      settings,
    });
    assumedOf.set(node, assumed);
  }
  return { nodes, assumedOf };
}

function isOf(family: IPFamily, ip: string): boolean {
  return isIPv6(ip) === (family === 'IPv6');
}
