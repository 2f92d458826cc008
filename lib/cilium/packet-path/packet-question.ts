import type { BackendState } from '../backend';
import type { ServiceType } from '../frontend';
import type { Scope } from '../l3n4-addr';
import type { DatapathSettings } from './datapath-settings';
import type { IPFamily, L4 } from './packet';

/** A node: its addresses by family, null where it has none, and its agent's settings. */
export type PathNode = {
  name: string;
  /** The address of the device that routes to other nodes: the source of SNAT, an end of tunnels. */
  ips: Record<IPFamily, string | null>;
  /** The address of `cilium_host`; null where it is not known. */
  internalIPs: Record<IPFamily, string | null>;
  settings: DatapathSettings;
};

/** A backend of a row. */
export type PathBackend = {
  ip: string;
  port: number;
  /** Null where the agent prints none (v1.11 and older): it takes new connections. */
  state: BackendState | null;
  /** The node it runs on; null for what is no pod and no node of the cluster. */
  node: string | null;
  /** Its pod, or what the API calls it; null where nothing is known of it. */
  name: string | null;
  /** Share of new connections by Maglev, 0 to 1; null where it is not known. */
  maglevShare: number | null;
};

/** One row of a node's table. */
export type PathRow = {
  ip: string;
  port: number;
  scope: Scope;
  type: ServiceType | null;
  backends: readonly PathBackend[];
};

/** Who sends the packet. */
export type PathClient =
  | { kind: 'outside'; ip: string; port: number; /** The node its packet arrives at. */ entryNode: string }
  | { kind: 'node'; node: string; port: number }
  | { kind: 'pod'; node: string; name: string; ip: string; port: number };

/** What the Service's object says that bears on the way. */
export type ServicePolicies = {
  externalTrafficPolicy: 'Cluster' | 'Local';
  internalTrafficPolicy: 'Cluster' | 'Local';
  sessionAffinity: boolean;
  sourceRanges: readonly string[];
  /** `service.cilium.io/forwarding-mode`; null where there is none. */
  forwardingMode: 'snat' | 'dsr' | null;
};

/** What the network between the nodes does; the agents cannot tell. */
export type Fabric = {
  /** Nodes whose machine may send from its own addresses only: the source/destination check of clouds. */
  sourceCheckedNodes: ReadonlySet<string>;
  dropsIPOptions: boolean;
};

/** One packet to one address. */
export type PacketQuestion = {
  protocol: L4;
  client: PathClient;
  /** The address it is sent to: never a wildcard. */
  to: { ip: string; port: number };
  nodes: ReadonlyMap<string, PathNode>;
  /** The rows that each node's table has for this port and protocol, the wildcard's among them. */
  rows: ReadonlyMap<string, readonly PathRow[]>;
  policies: ServicePolicies;
  fabric: Fabric;
  /** `first` of its connection (SYN, or the first datagram), or a `later` one of an established one. */
  moment: 'first' | 'later';
  /** Its backend went away since the connection began: another one gets this packet. */
  isBackendReplaced: boolean;
  /** What stands behind the IP header, in bytes: 40 of a SYN with options, up to 1480 of a full segment. */
  payloadBytes: number;
  /** The backend to follow, `ip:port`; null to follow the first candidate. */
  follow: string | null;
};
