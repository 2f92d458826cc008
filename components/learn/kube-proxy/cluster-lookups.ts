import { isUnspecifiedIP } from '@/lib/cilium/ip-address';
import { familyOf } from '@/lib/cilium/packet-path/packet';
import { endpointBounds, serviceBounds } from '@/lib/learn/kube-proxy/kube-proxy-parameters';
import type { KubeProxyParameters } from '@/lib/learn/kube-proxy/kube-proxy-parameters';
import { formatLookupEnds, parseLookupEnds, type LookupEnds } from '@/lib/learn/kube-proxy/lookup-ends';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { clusterLoad } from './cluster-load';

/** A Service's port of this cluster, by the name kube-proxy writes, with all that a walk needs of it. */
export type LiveLookup = { name: string; parameters: Partial<KubeProxyParameters> };

/** Gives the Services of this cluster that a pod can call by their cluster IP and that have an endpoint, by name. */
export function liveLookups(frontends: readonly FrontendView[], agents: readonly AgentView[]): LiveLookup[] {
  const load = clusterLoad(frontends);
  if (load === null) return [];
  const services = Math.min(load.services, serviceBounds.max);
  const found = new Map<string, LiveLookup>();
  for (const frontend of frontends) {
    const ends = endsOf(frontend, frontends, agents);
    // What would not come back out of a link is not offered.
    if (ends === null || found.has(ends.name) || parseLookupEnds(formatLookupEnds(ends)) === null) continue;
    const backends = Math.min(frontend.backends.length, endpointBounds.max);
    found.set(ends.name, { name: ends.name, parameters: { services, backends, draw: 1, ends } });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function endsOf(
  { ip, port, protocol, scope, type, service, remote, backends }: FrontendView,
  frontends: readonly FrontendView[],
  agents: readonly AgentView[],
): LookupEnds | null {
  if (type !== 'ClusterIP' || scope !== 'external' || service === null || remote || protocol === 'SCTP')
    return null;
  const backend = backends.find(
    (each) => (each.state ?? 'active') === 'active' && familyOf(each.ip) === familyOf(ip),
  );
  if (backend === undefined) return null;
  const portName = service.portName === null || service.portName === '' ? '' : `:${service.portName}`;
  return {
    name: `${service.namespace}/${service.name}${portName}`,
    protocol: protocol === 'UDP' ? 'UDP' : 'TCP',
    service: { ip, port },
    backend: { ip: backend.ip, port: backend.port },
    nodePort: nodePortOf({ service, ip, protocol }, frontends, agents),
  };
}

/** The Service's node port at an address of a node; where agents list the wildcard alone, at one that an agent tells. */
function nodePortOf(
  { service, ip, protocol }: Pick<FrontendView, 'service' | 'ip' | 'protocol'>,
  frontends: readonly FrontendView[],
  agents: readonly AgentView[],
): { ip: string; port: number } | null {
  const family = familyOf(ip);
  const rows = frontends.filter(
    (other) =>
      other.type === 'NodePort' &&
      other.scope === 'external' &&
      other.protocol === protocol &&
      familyOf(other.ip) === family &&
      other.service?.namespace === service?.namespace &&
      other.service?.name === service?.name &&
      other.service?.portName === service?.portName,
  );
  const named = rows.find((row) => !isUnspecifiedIP(row.ip)) ?? rows[0];
  if (named === undefined) return null;
  const ips = isUnspecifiedIP(named.ip) ? agents.flatMap(({ nodeIPs }) => nodeIPs) : [named.ip];
  const address = ips.find((each) => familyOf(each) === family);
  return address === undefined ? null : { ip: address, port: named.port };
}
