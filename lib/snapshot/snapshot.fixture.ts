import type { Frontend } from '@/lib/cilium/frontend';
import { frontendKey } from '@/lib/cilium/frontend';
import type { L4Protocol } from '@/lib/cilium/l3n4-addr';
import type { AgentView, AnswerView } from './agent-view';
import type { ClusterFacts } from './cluster-facts';
import type { BackendView, FrontendView } from './frontend-view';
import { mergeFrontend } from './merge/merge-frontend';
import type { MergedFrontend } from './merge/merge-frontend';
import type { TableBackend } from './merge/table-row';
import { toTableRow } from './merge/table-row';
import { NameIndex } from './names/name-index';
import type { Endpoint, EndpointSliceObject } from './objects/endpoint-slice-object';
import type { NodeObject } from './objects/node-object';
import type { PodObject } from './objects/pod-object';
import type { ServiceObject } from './objects/service-object';
import type { SourceView } from './source-view';

type Address = { ip: string; port: number; protocol: L4Protocol | null };

/** Reads `10.0.0.1:80/TCP` or `[fd00::1]:80`. */
export function address(text: string): Address {
  const match = /^\[?([^\]]+?)\]?:(\d+)(?:\/(\w+))?$/.exec(text);
  if (match === null) throw new Error(`not an address: ${text}`);
  const [, ip = '', port = '', protocol = null] = match;
  // Only names of protocols stand in tests.
  return { ip, port: Number(port), protocol: protocol as L4Protocol | null };
}

/** Reads `10.0.0.1:80/TCP` or `10.0.0.1:80/TCP terminating`. */
export function backend(text: string): TableBackend {
  const [where = '', state = 'active'] = text.split(' ');
  return {
    ...address(where),
    scope: 'external',
    state: state === '-' ? null : (state as TableBackend['state']),
    preferred: null,
  };
}

/** A parsed row: `frontend('10.96.0.1:80/TCP', ['10.0.0.1:80/TCP'])`. */
export function frontend(where: string, backends: string[] = [], rest: Partial<Frontend> = {}): Frontend {
  const line = rest.line ?? 2;
  return {
    ...address(where),
    scope: 'external',
    id: 1,
    type: 'ClusterIP',
    remote: false,
    backends: backends.map((text, index) => ({ ...backend(text), line: line + index })),
    line,
    ...rest,
  };
}

export function node(name: string, rest: Partial<NodeObject> = {}): NodeObject {
  const ips = rest.ips ?? [];
  return {
    ...{ name, ips, internalIPs: ips, zone: null, labels: {}, kernel: null, ready: true, provider: null },
    ...rest,
  };
}

export function pod(name: string, ip: string, rest: Partial<PodObject> = {}): PodObject {
  return {
    namespace: 'shop',
    name,
    ips: [ip],
    node: 'a',
    hostNetwork: false,
    phase: 'Running',
    ready: true,
    terminating: false,
    workload: 'web',
    hostPorts: [],
    labels: {},
    containerPorts: [],
    ...rest,
  };
}

export function service(name: string, rest: Partial<ServiceObject> = {}): ServiceObject {
  return {
    namespace: 'shop',
    name,
    type: 'ClusterIP',
    clusterIPs: [],
    externalIPs: [],
    loadBalancerIPs: [],
    proxiedLoadBalancerIPs: [],
    ports: [{ name: 'http', port: 80, protocol: 'TCP', nodePort: null, targetPort: null }],
    hasSelector: true,
    publishNotReadyAddresses: false,
    loadBalancerClass: null,
    healthCheckNodePort: null,
    externalTrafficPolicy: null,
    internalTrafficPolicy: null,
    trafficDistribution: null,
    sessionAffinity: null,
    sessionAffinityTimeoutSeconds: null,
    sourceRanges: [],
    annotations: {},
    labels: {},
    labelTexts: [],
    ...rest,
  };
}

export function endpoint(ip: string, rest: Partial<Endpoint> = {}): Endpoint {
  return {
    addresses: [ip],
    ready: true,
    serving: true,
    terminating: false,
    nodeName: null,
    zone: null,
    pod: null,
    hintZones: [],
    hintNodes: [],
    ...rest,
  };
}

export function slice(
  of: string,
  endpoints: Endpoint[],
  rest: Partial<EndpointSliceObject> = {},
): EndpointSliceObject {
  return {
    namespace: 'shop',
    name: `${of}-x1`,
    service: of,
    addressType: 'IPv4',
    managedBy: null,
    ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
    endpoints,
    weight: null,
    ...rest,
  };
}

/** An index in which every kind was listed, with these objects. */
export function index(objects: {
  pods?: PodObject[];
  nodes?: NodeObject[];
  services?: ServiceObject[];
  slices?: EndpointSliceObject[];
}): NameIndex {
  const names = new NameIndex();
  for (const kind of ['pods', 'nodes', 'services', 'endpointslices'] as const) names.known.add(kind);
  objects.pods?.forEach((one) => names.changePod(one, null));
  objects.nodes?.forEach((one) => names.changeNode(one, null));
  objects.services?.forEach((one) => names.changeService(one, null));
  objects.slices?.forEach((one) => names.changeSlice(one, null));
  return names;
}

/** Merges what nodes print: `merged(names, [['a', 'b'], row], [['c'], otherRow])`. */
export function merged(names: NameIndex, ...printed: [nodes: string[], row: Frontend][]): MergedFrontend {
  const variants = printed.map(([nodes, row]) => ({ row: toTableRow(row), nodes }));
  const result = mergeFrontend(variants, names, (nodes) => [...nodes]);
  if (result === null) throw new Error('nobody prints the row');
  return result;
}

export function backendView(text: string, rest: Partial<BackendView> = {}): BackendView {
  const { ip, port, protocol, state } = backend(text);
  const target = {
    kind: 'unknown' as const,
    namespace: null,
    name: null,
    workload: null,
    node: null,
    zone: null,
  };
  return { ip, port, protocol, state, preferred: null, statesDiffer: false, target, nodes: ['a'], ...rest };
}

export function frontendView(where: string, rest: Partial<FrontendView> = {}): FrontendView {
  const place = { ...address(where), scope: rest.scope ?? ('external' as const) };
  return {
    ...place,
    key: frontendKey(place),
    type: 'ClusterIP',
    remote: false,
    service: null,
    labels: [],
    nodes: ['a'],
    nodeLocal: false,
    ownBackends: false,
    backends: [],
    problems: [],
    doubt: null,
    changedTimestamp: '2026-01-01T00:00:00.000Z',
    ...rest,
  };
}

const goodAnswer: AnswerView = {
  answeredTimestamp: '2026-01-01T00:00:00.000Z',
  askedTimestamp: '2026-01-01T00:00:00.000Z',
  durationMs: 5,
  sizeBytes: 100,
  stale: false,
  problem: null,
  unparsedCount: 0,
};

export function agentView(
  name: string,
  rest: Partial<AgentView> = {},
  list: Partial<AnswerView> = {},
): AgentView {
  return {
    node: name,
    namespace: 'kube-system',
    pod: `cilium-${name}`,
    container: 'cilium-agent',
    image: null,
    daemonSet: 'cilium',
    nodeIPs: [],
    zone: null,
    podReady: true,
    podPhase: 'Running',
    restarts: 0,
    startedTimestamp: null,
    version: '1.18.2',
    binary: 'cilium-dbg',
    status: null,
    frontendCount: 1,
    backendCount: 1,
    answers: { status: goodAnswer, 'service-list': { ...goodAnswer, ...list } },
    ...rest,
  };
}

export const noFacts: ClusterFacts = {
  agents: null,
  operator: null,
  envoy: null,
  agentImages: [],
  operatorImages: [],
  pods: null,
  nodes: null,
  services: null,
  serviceKinds: null,
  kubeProxyPods: null,
};

export const source: SourceView = {
  kind: 'kubeconfig',
  title: 'prod',
  cluster: 'prod',
  context: 'prod',
  scenario: null,
  server: 'https://prod.example',
  namespace: null,
  user: 'me',
  kubernetesVersion: 'v1.33.1',
  readOnly: true,
  sweepIntervalMs: 5_000,
  problem: null,
  startedTimestamp: '2026-01-01T00:00:00.000Z',
};
