import { familyOf } from '@/lib/cilium/packet-path/packet';
import type { PathNode } from '@/lib/cilium/packet-path/packet-question';
import { isUnspecifiedIP } from '@/lib/cilium/ip-address';
import type { ServiceType } from '@/lib/cilium/frontend';
import { minorBounds, type DsrParameters } from '@/lib/learn/dsr/dsr-parameters';
import { nearestMinor } from '@/lib/learn/simulator/minor-version';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { pathNodes } from '@/lib/snapshot/trace/path-nodes';

/** Types that clients outside reach, those that show the most first. */
const typesFromOutside: readonly (ServiceType | null)[] = ['LoadBalancer', 'ExternalIPs', 'NodePort'];

/**
 * Gives the settings of this cluster, and the addresses of a Service of its own that clients outside reach; no
 * addresses where it has none. Null while no agent has reported its settings. The MTU is not among them: agents do not
 * report it. `service` is the name of the Service wanted; null leaves the choice to what shows the most.
 */
export function clusterParameters(
  agents: readonly AgentView[],
  frontends: readonly FrontendView[],
  service: string | null = null,
): Partial<DsrParameters> | null {
  const { nodes } = pathNodes(agents);
  const live = bestOf(
    allLive(nodes, frontends).filter(
      ({ parameters }) => service === null || parameters.ends?.serviceName === service,
    ),
  );
  const entry = live?.entry ?? nodes.values().next().value;
  if (entry === undefined) return null;
  const { mode, dispatch, tunnel, version } = entry.settings;
  const settings = {
    mode,
    dispatch,
    routing: tunnel ?? 'native',
    minor: nearestMinor(version.minor, minorBounds),
  } as const;
  return live === null ? { ...settings, ends: null } : { ...settings, ...live.parameters };
}

/** Gives the names of the Services that a packet from outside can be followed to, in order. */
export function servicesToFollow(agents: readonly AgentView[], frontends: readonly FrontendView[]): string[] {
  const { nodes } = pathNodes(agents);
  const names = allLive(nodes, frontends).flatMap(({ parameters }) => parameters.ends?.serviceName ?? []);
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b));
}

type Live = {
  entry: PathNode;
  parameters: Pick<DsrParameters, 'family' | 'protocol' | 'backend' | 'ends'>;
};

function allLive(nodes: ReadonlyMap<string, PathNode>, frontends: readonly FrontendView[]): Live[] {
  // The same cluster fills in the same Service, in whatever order its rows came.
  const sorted = frontends.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
  return typesFromOutside.flatMap((type) =>
    sorted
      .filter((frontend) => frontend.type === type && isForClients(frontend))
      .flatMap((frontend) => liveOf(nodes, frontend)),
  );
}

function bestOf(found: readonly Live[]): Live | null {
  // A pod on another node shows what the modes differ in.
  return found.find(({ parameters }) => parameters.backend === 'remote') ?? found[0] ?? null;
}

function nameOf({ service, key }: FrontendView): string {
  return service === null ? key : `${service.namespace}/${service.name} ${key}`;
}

/** Agents from v1.18 on list node ports at the wildcard address alone: it stands for that of the node which is asked. */
function isForClients({ ip, scope, protocol, type }: FrontendView): boolean {
  return scope === 'external' && (!isUnspecifiedIP(ip) || type === 'NodePort') && protocol !== 'SCTP';
}

function liveOf(nodes: ReadonlyMap<string, PathNode>, frontend: FrontendView): Live[] {
  const { ip, port, protocol, service, backends } = frontend;
  const family = familyOf(ip);
  return backends.flatMap((backend) => {
    // Under a traffic policy of Local a node has pods of its own only: a packet that comes to another finds none of them.
    const entries = backend.nodes.flatMap((name) =>
      frontend.nodes.includes(name) ? (nodes.get(name) ?? []) : [],
    );
    const home = nodes.get(backend.target.node ?? '');
    if (home === undefined || (backend.state ?? 'active') !== 'active' || familyOf(backend.ip) !== family)
      return [];
    const entry = entries.find(({ name }) => name !== home.name) ?? entries[0];
    if (entry === undefined) return [];
    const isLocal = entry.name === home.name;
    const other = isLocal ? [...nodes.values()].find(({ name }) => name !== entry.name) : home;
    const [one, two] = [entry.ips[family], other?.ips[family] ?? null];
    if (one === null || two === null) return [];
    return [
      {
        entry,
        parameters: {
          family,
          protocol: protocol === 'UDP' ? ('UDP' as const) : ('TCP' as const),
          backend: isLocal ? ('local' as const) : ('remote' as const),
          ends: {
            service: { ip: isUnspecifiedIP(ip) ? one : ip, port },
            serviceName: service === null ? null : `${service.namespace}/${service.name}`,
            backend: { ip: backend.ip, port: backend.port },
            nodeIPs: [one, two],
            internalIPs: [entry.internalIPs[family], other?.internalIPs[family] ?? null],
          },
        },
      },
    ];
  });
}
