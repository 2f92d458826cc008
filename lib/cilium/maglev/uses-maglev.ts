import type { ServiceType } from '../frontend';
import { isUnspecifiedIP } from '../ip-address';
import type { Scope } from '../l3n4-addr';

/** What says who is chosen by Maglev. */
export type MaglevChoice = {
  algorithm: 'random' | 'maglev';
  /** `service.cilium.io/lb-algorithm` of the Service, where the agent heeds it (`bpf-lb-algorithm-annotation`). */
  annotation: 'random' | 'maglev' | null;
  /** `bpf-lb-external-clusterip`. */
  externalClusterIP: boolean;
};

/**
 * Tells whether clients from outside get their backend of this frontend by Maglev (`useMaglev` in
 * pkg/loadbalancer/reconciler, 1.21-dev). An annotation goes before all else; without one cluster IPs have a table only
 * where they may be reached from outside. Never the wildcard `0.0.0.0`, nor the row of the internal scope: sockets and
 * pods read those, and choose at random.
 */
export function usesMaglev(
  { type, ip, scope }: { type: ServiceType | null; ip: string; scope: Scope },
  { algorithm, annotation, externalClusterIP }: MaglevChoice,
): boolean {
  if (isUnspecifiedIP(ip) || scope === 'internal') return false;
  if (annotation !== null) return annotation === 'maglev';
  if (algorithm !== 'maglev') return false;
  switch (type) {
    case 'NodePort':
    case 'LoadBalancer':
    case 'ExternalIPs':
    case 'HostPort':
      return true;
    case 'ClusterIP':
      return externalClusterIP;
    default:
      return false;
  }
}
