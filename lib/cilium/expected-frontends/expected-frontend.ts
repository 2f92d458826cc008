import type { BackendState } from '../backend';
import type { ServiceType } from '../frontend';
import type { L3n4Addr } from '../l3n4-addr';
import type { Doubt } from './doubt';
import type { TrafficPolicy } from './load-balancing-input';

export type ExpectedBackend = L3n4Addr & {
  state: BackendState;
  weight: number;
  nodeName: string | null;
  zone: string | null;
};

/** One row an agent's service table must have. */
export type ExpectedFrontend = L3n4Addr & {
  type: ServiceType;
  namespace: string;
  /** The Service's name, or what the agent calls a host port or a redirect. */
  name: string;
  extTrafficPolicy: TrafficPolicy;
  intTrafficPolicy: TrafficPolicy;
  healthCheckNodePort: number;
  backends: readonly ExpectedBackend[];
  /** The BPF maps hold a copy for each of the node's addresses, with an ID of its own; no list shows them (v1.18 and later). */
  copiedToNodeAddresses: boolean;
  /** False for a row that is listed with ID 0 and is in no map (v1.20 and later, load balancer IPs without KPR). */
  programmed: boolean;
  /** null: the row and its backends are known. */
  doubt: Doubt | null;
};
