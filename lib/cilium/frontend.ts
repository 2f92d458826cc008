import type { Backend } from './backend';
import type { L3n4Addr } from './l3n4-addr';
import { formatL3n4Addr } from './l3n4-addr';

/** Service types that `cilium service list` prints (`SVCType*` in pkg/loadbalancer). */
export type ServiceType =
  'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalIPs' | 'HostPort' | 'LocalRedirect' | 'NONE';

/** Policies and names of a frontend: JSON output only (`flags`). */
export type FrontendFlags = {
  name?: string;
  namespace?: string;
  trafficPolicy?: string;
  extTrafficPolicy?: string;
  intTrafficPolicy?: string;
  natPolicy?: string;
  healthCheckNodePort?: number;
  cluster?: string;
};

/**
 * One row of the agent's load-balancing table.
 * `id` is the agent's own number: per node, unstable, 0 where not programmed. Never use it as a key.
 * `type` is null in tables without that column (v1.5).
 * `remote` is true for a service of another cluster.
 * `line` is the 1-based line of the output the row starts on.
 */
export type Frontend = L3n4Addr & {
  id: number;
  type: ServiceType | null;
  remote: boolean;
  backends: Backend[];
  flags?: FrontendFlags;
  line: number;
};

/** The identity of a frontend across nodes and restarts: address, port, protocol and scope. */
export type FrontendKey = string;

/** Gives the key of an address, `10.96.0.1:443/TCP`: what an agent prints for it, without IDs. */
export function frontendKey(address: L3n4Addr): FrontendKey {
  return formatL3n4Addr(address);
}
