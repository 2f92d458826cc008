import { parseAgentVersion } from '@/lib/cilium/agent-version';
import { featuresOf } from '@/lib/cilium/fields/features';
import { isIP, isIPv6, isUnspecifiedIP } from '@/lib/cilium/ip-address';
import { maglevTableSizes } from '@/lib/cilium/maglev/table-size';
import { usesMaglev } from '@/lib/cilium/maglev/uses-maglev';
import { letters } from '@/lib/learn/maglev/letters';
import type { MaglevService } from '@/lib/learn/maglev/maglev-service';
import {
  minorBounds,
  startingBackends,
  startingClient,
  type MaglevParameters,
} from '@/lib/learn/maglev/maglev-state';
import { nearestMinor } from '@/lib/learn/simulator/minor-version';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';

/** What Maglev has, or would have, tables for on the node that has the most of them. */
export type ClusterTables = { count: number; largest: { name: string; backends: number } };

const choice = { algorithm: 'maglev', annotation: null, externalClusterIP: false } as const;

/**
 * Gives the rows that have a table each on one node; null where none has. Since v1.18 agents print of a node port its
 * wildcard only, which has none: it stands for the one of the node's address.
 */
export function clusterTables(frontends: readonly FrontendView[]): ClusterTables | null {
  const rows = outsideRows(frontends);
  const byNode = new Map<string, number>();
  for (const { nodes } of rows) for (const node of nodes) byNode.set(node, (byNode.get(node) ?? 0) + 1);
  const largest = rows.toSorted((a, b) => activeOf(b).length - activeOf(a).length || order(a, b))[0];
  if (largest === undefined) return null;
  return {
    count: Math.max(...byNode.values(), 0),
    largest: { name: nameOf(largest), backends: activeOf(largest).length },
  };
}

function outsideRows(frontends: readonly FrontendView[]): FrontendView[] {
  const withTable = frontends.filter((row) => usesMaglev(row, choice));
  const ports = new Set(withTable.map(({ type, port, protocol }) => `${type} ${port} ${protocol}`));
  const wildcards = frontends.filter(
    ({ type, ip, port, protocol, scope }) =>
      scope === 'external' &&
      isUnspecifiedIP(ip) &&
      (type === 'NodePort' || type === 'HostPort') &&
      !ports.has(`${type} ${port} ${protocol}`),
  );
  return [...withTable, ...wildcards];
}

/** Gives this cluster's table size and version, and the largest of its Services that a picture can show; null while no agent has reported. */
export function clusterMaglev(
  agents: readonly AgentView[],
  frontends: readonly FrontendView[],
): Partial<MaglevParameters> | null {
  const agent = agents.find(({ status, version }) => status !== null && version !== null);
  if (agent?.status === undefined || agent.status === null) return null;
  const { nodePort } = featuresOf(agent.status);
  const minor = parseAgentVersion(agent.version ?? '')?.minor ?? minorBounds.max;
  const service = outsideRows(frontends)
    .toSorted((a, b) => activeOf(b).length - activeOf(a).length || order(a, b))
    .map(serviceOf)
    .find((each) => each !== null);
  return {
    size: maglevTableSizes.find((size) => size === nodePort?.lutSize) ?? 16_381,
    minor: nearestMinor(minor, minorBounds),
    ...(service === undefined
      ? {}
      : {
          service,
          ...startingBackends(service),
          client: startingClient(service),
          servicePort: service.port,
        }),
  };
}

function serviceOf(frontend: FrontendView): MaglevService | null {
  const { port, protocol, service } = frontend;
  const backends = activeOf(frontend).map(({ ip, port: to }) => ({ ip, port: to }));
  const isShown =
    backends.length > 1 &&
    backends.length <= letters.length &&
    backends.every(({ ip }) => isIP(ip) && isIPv6(ip) === isIPv6(backends[0]?.ip ?? ''));
  if (!isShown || (protocol !== null && protocol !== 'TCP' && protocol !== 'UDP' && protocol !== 'SCTP'))
    return null;
  return {
    name: service === null ? null : `${service.namespace}/${service.name}`,
    port,
    protocol: protocol ?? 'TCP',
    backends,
  };
}

function activeOf({ backends }: FrontendView) {
  return backends.filter(({ state }) => state === null || state === 'active');
}

function nameOf({ service, key }: FrontendView): string {
  return service === null ? key : `${service.namespace}/${service.name}`;
}

/** Addresses that people know come before ports of nodes. */
function order(a: FrontendView, b: FrontendView): number {
  const isPort = ({ type }: FrontendView) => Number(type === 'NodePort' || type === 'HostPort');
  if (isPort(a) !== isPort(b)) return isPort(a) - isPort(b);
  return `${nameOf(a)} ${a.key}` < `${nameOf(b)} ${b.key}` ? -1 : 1;
}
