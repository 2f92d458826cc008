import { isUnspecifiedIP } from '@/lib/cilium/ip-address';
import { familyOf, type IPFamily } from '@/lib/cilium/packet-path/packet';
import type { PathNode } from '@/lib/cilium/packet-path/packet-question';
import { minorBounds, type SocketParameters } from '@/lib/learn/socket/socket-parameters';
import { nearestMinor } from '@/lib/learn/simulator/minor-version';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { pathNodes } from '@/lib/snapshot/trace/path-nodes';

/**
 * Gives what this cluster's socket load balancer covers, and a Service of its own with a backend; the example's
 * addresses where it has none. Null while no agent has reported its settings.
 */
export function clusterParameters(
  agents: readonly AgentView[],
  frontends: readonly FrontendView[],
): Partial<SocketParameters> | null {
  const { nodes } = pathNodes(agents);
  const sorted = [...nodes.values()].toSorted((a, b) => a.name.localeCompare(b.name));
  const first = sorted[0];
  if (first === undefined) return null;
  const { socketLB, version } = first.settings;
  return {
    coverage: socketLB,
    minor: nearestMinor(version.minor, minorBounds),
    ...(liveEnds(sorted, frontends) ?? { ends: null }),
  };
}

function liveEnds(
  nodes: readonly PathNode[],
  frontends: readonly FrontendView[],
): Pick<SocketParameters, 'protocol' | 'ends'> | null {
  // The same cluster fills in the same Service, in whatever order its rows came.
  const sorted = frontends.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
  const inside = sorted.filter(({ type, protocol }) => type === 'ClusterIP' && protocol !== 'SCTP');
  const candidates = [...inside.filter(({ protocol }) => protocol !== 'UDP'), ...inside];
  const withNodePort = candidates.filter((frontend) => nodePortOf(frontend, frontends, nodes) !== null);
  for (const frontend of [...withNodePort, ...candidates]) {
    const { ip, port, protocol, service } = frontend;
    const backend = frontend.backends.find(
      (each) =>
        (each.state ?? 'active') === 'active' &&
        each.target.kind === 'pod' &&
        familyOf(each.ip) === familyOf(ip),
    );
    if (backend === undefined) continue;
    return {
      protocol: protocol === 'UDP' ? 'UDP' : 'TCP',
      ends: {
        service: { ip, port },
        serviceName: service === null ? null : `${service.namespace}/${service.name}`,
        backend: { ip: backend.ip, port: backend.port },
        nodePort: nodePortOf(frontend, frontends, nodes),
      },
    };
  }
  return null;
}

/**
 * The Service's node port at a node's own address, for the same port. Agents from v1.18 on list node ports at the
 * wildcard address alone, which names no node: it stands for the first that has the row and an address.
 */
function nodePortOf(
  { service, ip, protocol }: FrontendView,
  frontends: readonly FrontendView[],
  nodes: readonly PathNode[],
): { ip: string; port: number } | null {
  if (service === null) return null;
  const family = familyOf(ip);
  const addresses = frontends
    .filter(
      (other) =>
        other.type === 'NodePort' &&
        other.protocol === protocol &&
        other.scope === 'external' &&
        other.service?.namespace === service.namespace &&
        other.service.name === service.name &&
        other.service.portName === service.portName &&
        familyOf(other.ip) === family,
    )
    // An address that a row names goes before one that it stands for.
    .toSorted(
      (a, b) => Number(isUnspecifiedIP(a.ip)) - Number(isUnspecifiedIP(b.ip)) || a.key.localeCompare(b.key),
    )
    .flatMap((row) => addressOf(row, family, nodes) ?? []);
  return addresses[0] ?? null;
}

function addressOf(row: FrontendView, family: IPFamily, nodes: readonly PathNode[]) {
  if (!isUnspecifiedIP(row.ip)) return { ip: row.ip, port: row.port };
  const node = nodes.find(({ name, ips }) => row.nodes.includes(name) && ips[family] !== null);
  const ip = node?.ips[family] ?? null;
  return ip === null ? null : { ip, port: row.port };
}

function nameOf({ service, key }: FrontendView): string {
  return service === null ? key : `${service.namespace}/${service.name} ${key}`;
}
