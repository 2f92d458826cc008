import type { DifferenceKind } from '@/lib/cilium/agreement/row-difference';
import type { Severity } from '@/lib/cilium/agreement/severity';
import type { BackendState } from '@/lib/cilium/backend';
import type { Doubt } from '@/lib/cilium/expected-frontends/doubt';
import type { FrontendKey, ServiceType } from '@/lib/cilium/frontend';
import type { L4Protocol, Scope } from '@/lib/cilium/l3n4-addr';

/** The Kubernetes Service a frontend belongs to, joined from the API. */
export type ServiceRef = { namespace: string; name: string; portName: string | null };

/** What runs behind a backend's address, joined from the API. `kind: 'unknown'` = no object of the API has this address. */
export type BackendTarget = {
  kind: 'pod' | 'host' | 'outside' | 'unknown';
  namespace: string | null;
  /** Pod name, or what the API calls the address (`API server`). */
  name: string | null;
  workload: string | null;
  node: string | null;
  zone: string | null;
};

/** One backend of a frontend, over all agents that print it. */
export type BackendView = {
  ip: string;
  port: number;
  protocol: L4Protocol | null;
  /** The state most nodes print; `statesDiffer` when they do not agree. */
  state: BackendState | null;
  preferred: boolean | null;
  statesDiffer: boolean;
  target: BackendTarget;
  /** Nodes whose table has this backend under this frontend, sorted. */
  nodes: string[];
};

/** What is wrong with a frontend; empty for most. */
export type FrontendProblem = {
  /** How an agent's table differs from what it must be; or all are as they must be, and traffic has nowhere to go. */
  kind: DifferenceKind | 'no-backends' | 'no-active-backend';
  severity: Severity;
  /** One sentence naming who and what. */
  text: string;
  /** Nodes it concerns, sorted; all of `nodes` where it concerns every one. */
  nodes: string[];
  /** The backend it is about, as agents print it: `10.0.0.1:8080/TCP`; null where it is about the row. */
  backend: string | null;
  sinceTimestamp: string | null;
};

/** A frontend over all agents: the row of the map and of the table. */
export type FrontendView = {
  key: FrontendKey;
  ip: string;
  port: number;
  protocol: L4Protocol | null;
  scope: Scope;
  type: ServiceType | null;
  remote: boolean;
  service: ServiceRef | null;
  /** The labels of its Service as `key=value`, sorted; one list for all rows of a Service. */
  labels: string[];
  /** Nodes whose table has the row, sorted. */
  nodes: string[];
  /** True when the row is expected on one node only (its own address). */
  nodeLocal: boolean;
  /** True when each node has its own backends by design (a traffic policy of Local). */
  ownBackends: boolean;
  backends: BackendView[];
  problems: FrontendProblem[];
  /** Why some of it cannot be judged from what may be read; null where all of it can. */
  doubt: Doubt | null;
  /** When a sweep last saw this row change (RFC 3339). */
  changedTimestamp: string;
};

/** One node's own row: the lines of output it came from. */
export type FrontendLinesView = {
  node: string;
  pod: string;
  id: number;
  answeredTimestamp: string;
  stale: boolean;
  /** 1-based number of the first line. */
  line: number;
  lines: string[];
};

/** The fields of a Service's manifest that make its frontends; the port is the one this frontend stands for. */
export type ServiceManifestView = {
  type: string;
  clusterIPs: string[];
  externalIPs: string[];
  loadBalancerIPs: string[];
  loadBalancerClass: string | null;
  port: {
    name: string | null;
    port: number;
    protocol: L4Protocol;
    targetPort: number | string | null;
    nodePort: number | null;
  };
  hasSelector: boolean;
  publishNotReadyAddresses: boolean;
  healthCheckNodePort: number | null;
  trafficDistribution: string | null;
};

/** What an EndpointSlice says of one backend. */
export type ApiBackendView = {
  ip: string;
  port: number;
  ready: boolean;
  serving: boolean;
  terminating: boolean;
  node: string | null;
  zone: string | null;
  /** True where the API names zones or nodes that should use it. */
  hinted: boolean;
  /** `service.cilium.io/weight` of its slice, which agents heed since v1.20; null where there is none. */
  weight: number | null;
};

/** `GET /api/v1/frontends/{key}`. */
export type FrontendDetail = {
  frontend: FrontendView;
  /** The Service it belongs to, as the API has it; null where the API has none or forbids it. */
  manifest: ServiceManifestView | null;
  /** The Service's fields that bear on load balancing; null where the API has none or forbids it. */
  policies: {
    externalTrafficPolicy: string | null;
    internalTrafficPolicy: string | null;
    sessionAffinity: string | null;
    sessionAffinityTimeoutSeconds: number | null;
    sourceRanges: string[];
    annotations: Record<string, string>;
  } | null;
  /** Backends the API says it should have (EndpointSlices), for comparison; null where unknown. */
  apiBackends: ApiBackendView[] | null;
  perNode: FrontendLinesView[];
};
