import type { Scope } from '@/lib/cilium/l3n4-addr';
import type { ServiceType } from '@/lib/cilium/frontend';
import type { EndpointSliceObject } from '../objects/endpoint-slice-object';
import { isHinted } from '../objects/endpoint-slice-object';
import type { ServiceObject } from '../objects/service-object';

const wildcards = new Set(['0.0.0.0', '::']);

/**
 * True where only some nodes should have the row: a NodePort row on a node's own address (v1.17 and older print one for
 * each), and HostPort rows, which an agent has for the pods of its own node only.
 */
export function isNodeLocal(type: ServiceType | null, ip: string): boolean {
  if (type === 'HostPort') return true;
  return type === 'NodePort' && !wildcards.has(ip);
}

/** True where nodes have backends of their own by design. */
export function hasOwnBackends(
  type: ServiceType | null,
  scope: Scope,
  service: ServiceObject | null,
  slices: Iterable<EndpointSliceObject>,
): boolean {
  if (type === 'HostPort' || type === 'LocalRedirect') return true;
  if (service === null) return false;
  const policy =
    type === 'ClusterIP' || scope === 'internal'
      ? service.internalTrafficPolicy
      : service.externalTrafficPolicy;
  if (policy === 'Local') return true;
  // Topology-aware routing: nodes of one zone are given the endpoints hinted for it.
  for (const slice of slices) if (slice.endpoints.some(isHinted)) return true;
  return false;
}
