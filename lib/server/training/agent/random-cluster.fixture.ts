import fc from 'fast-check';
import type { AgentStart, KindTypes, ObjectReader } from '../agent-contract';

type Service = KindTypes['Service'];
type EndpointSlice = KindTypes['EndpointSlice'];
type Pod = KindTypes['Pod'];
type Node = KindTypes['Node'];

const nodeNames = ['node-a', 'node-b', 'node-c'];

const ipv4 = fc.tuple(fc.nat(250), fc.nat(250)).map(([a, b]) => `10.${a}.${b}.7`);
const ipv6 = fc.nat(0xfffe).map((n) => `fd00:10:1::${(n + 1).toString(16)}`);
const policy = fc.constantFrom('Cluster', 'Local', undefined);
/** True in three of four draws. */
const often = fc.nat(3).map((draw) => draw > 0);
const maybe = fc.constantFrom(true, false, undefined);

type ServiceShape = {
  type: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';
  families: ('IPv4' | 'IPv6')[];
  headless: boolean;
  ports: { port: number; protocol: 'TCP' | 'UDP'; name: string }[];
  external: string | undefined;
  internal: string | undefined;
  externalIPs: string[];
  ingress: { ip: string; ipMode?: string }[];
  endpoints: {
    ip4: string;
    ip6: string;
    ready?: boolean;
    serving?: boolean;
    terminating?: boolean;
    nodeName: string | undefined;
  }[];
};

const serviceShape: fc.Arbitrary<ServiceShape> = fc.record({
  type: fc.constantFrom('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'),
  families: fc.constantFrom(['IPv4'], ['IPv6'], ['IPv4', 'IPv6']),
  headless: fc.nat(9).map((draw) => draw === 0),
  ports: fc.uniqueArray(
    fc.record({
      port: fc.constantFrom(53, 80, 443, 8080, 9090),
      protocol: fc.constantFrom('TCP' as const, 'UDP' as const),
      name: fc.constantFrom('dns', 'http', 'grpc', 'm'),
    }),
    { minLength: 1, maxLength: 3, selector: ({ name }) => name },
  ),
  external: policy,
  internal: policy,
  externalIPs: fc.uniqueArray(ipv4, { maxLength: 2 }),
  ingress: fc.array(
    fc.record({ ip: fc.oneof(ipv4, ipv6), ipMode: fc.constantFrom('VIP', 'Proxy', undefined) }),
    { maxLength: 2 },
  ),
  endpoints: fc.uniqueArray(
    fc.record({
      ip4: ipv4,
      ip6: ipv6,
      ready: maybe,
      serving: maybe,
      terminating: maybe,
      nodeName: fc.constantFrom(...nodeNames, undefined),
    }),
    { maxLength: 6, selector: ({ ip4 }) => ip4 },
  ),
});

function serviceOf(shape: ServiceShape, index: number): Service {
  const v4 = `10.96.${index >> 8}.${(index & 255) + 1}`;
  const v6 = `fd00:10:96::${(index + 1).toString(16)}`;
  const clusterIPs = shape.families.map((family) => (family === 'IPv4' ? v4 : v6));
  const exposed = shape.type === 'NodePort' || shape.type === 'LoadBalancer';
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { namespace: `ns-${index % 3}`, name: `svc-${index}`, resourceVersion: String(index) },
    spec: {
      type: shape.type,
      clusterIP: shape.headless ? 'None' : clusterIPs[0],
      clusterIPs: shape.headless ? ['None'] : clusterIPs,
      ports: shape.ports.map((port, at) => ({
        ...port,
        ...(exposed ? { nodePort: 30000 + index * 4 + at } : {}),
      })),
      externalTrafficPolicy: exposed ? shape.external : undefined,
      internalTrafficPolicy: shape.internal,
      // Addresses that differ from Service to Service: two Services on one address are a conflict.
      externalIPs: shape.externalIPs.map((_ip, at) => `198.51.${100 + at}.${index + 1}`),
    },
    status: {
      loadBalancer: {
        ingress: shape.ingress.map(({ ip, ipMode }, at) => ({
          ip: ip.includes(':')
            ? `2001:db8:${at + 1}::${(index + 1).toString(16)}`
            : `203.0.${113 + at}.${index + 1}`,
          ipMode,
        })),
      },
    },
  };
}

function slicesOf(shape: ServiceShape, index: number): EndpointSlice[] {
  return shape.families.map((family) => ({
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      namespace: `ns-${index % 3}`,
      name: `svc-${index}-${family.toLowerCase()}`,
      labels: { 'kubernetes.io/service-name': `svc-${index}` },
    },
    addressType: family,
    ports: shape.ports.map(({ name, protocol, port }) => ({ name, protocol, port: port + 8000 })),
    endpoints: shape.endpoints.map(({ ip4, ip6, ready, serving, terminating, nodeName }) => ({
      addresses: [family === 'IPv4' ? ip4 : ip6],
      conditions: { ready, serving, terminating },
      nodeName,
      zone: nodeName === undefined ? undefined : `zone-${nodeName}`,
    })),
  }));
}

function nodeOf(name: string, index: number, ready: boolean): Node {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name },
    spec: { podCIDRs: [`10.200.${index}.0/24`, `fd00:200:${index + 1}::/64`] },
    status: {
      addresses: [
        { type: 'InternalIP', address: `192.0.2.${11 + index}` },
        { type: 'InternalIP', address: `2001:db8:2::${11 + index}` },
      ],
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
      nodeInfo: { kubeletVersion: 'v1.32.1', kernelVersion: '6.8.0' } as NonNullable<
        Node['status']
      >['nodeInfo'],
    },
  };
}

function podOf(nodeName: string, hostPort: number, index: number): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace: 'edge', name: `edge.${index}`, uid: `uid-${index}` },
    spec: {
      nodeName,
      containers: [{ name: 'c', ports: [{ containerPort: 8080, hostPort, protocol: 'TCP' }] }],
    },
    status: { phase: 'Running', podIP: `10.200.0.${9 + index}`, podIPs: [{ ip: `10.200.0.${9 + index}` }] },
  };
}

/** The agent's pod on a node. */
function agentPodOf(nodeName: string, ready: boolean): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace: 'kube-system', name: `cilium-${nodeName}`, labels: { 'k8s-app': 'cilium' } },
    spec: { nodeName, hostNetwork: true, containers: [{ name: 'cilium-agent' }] },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
  };
}

/** Configurations that start in a version, with every switch the status shows. */
function configOf(minor: number): fc.Arbitrary<Record<string, string>> {
  const flag = fc.constantFrom('true', 'false');
  const mode = minor <= 13 ? fc.constantFrom('strict', 'partial', 'disabled') : flag;
  return fc
    .record({
      'kube-proxy-replacement': mode,
      'bpf-lb-mode': fc.constantFrom('snat', 'dsr', 'hybrid'),
      'bpf-lb-algorithm': fc.constantFrom('random', 'maglev'),
      'bpf-lb-maglev-table-size': fc.constantFrom('251', '16381', '131071'),
      'bpf-lb-acceleration': fc.constantFrom('disabled', 'native', ...(minor >= 15 ? ['best-effort'] : [])),
      'bpf-lb-sock-hostns-only': flag,
      'node-port-range': fc.constantFrom('30000,32767', '30000,31000'),
      'enable-ipv6': flag,
      'enable-hubble': flag,
      'enable-health-checking': flag,
      'enable-bpf-masquerade': flag,
      'enable-k8s-terminating-endpoint': flag,
      'enable-session-affinity': flag,
      'bpf-lb-algorithm-annotation': flag,
      'hubble-metrics-server': fc.constantFrom('', ':9965'),
      'cluster-name': fc.constantFrom('default', 'east'),
      'external-envoy-proxy': flag,
      'write-cni-conf-when-ready': fc.constantFrom('', '/host/etc/cni/net.d/05-cilium.conflist'),
      'ipv4-native-routing-cidr': fc.constantFrom('', '10.0.0.0/8'),
      devices: fc.constantFrom('', 'eth+', 'eth0'),
    })
    .map((config) => ({
      ...config,
      ...(minor <= 13 ? { tunnel: 'disabled' } : { 'routing-mode': 'native' }),
      // Without the replacement BPF masquerade ends an agent of v1.15 to v1.18.
      'enable-bpf-masquerade':
        config['kube-proxy-replacement'] === 'false' ? 'false' : config['enable-bpf-masquerade'],
    }));
}

/** A random cluster of three nodes, and the configuration of the agent on the second. */
export type RandomCluster = {
  shapes: ServiceShape[];
  hostPorts: { nodeName: string; port: number }[];
  /** Of each node: whether it is ready, and whether its agent is. */
  ready: { node: boolean; agent: boolean }[];
  config: Record<string, string>;
};

/** Clusters in which an agent of a minor release starts. */
export function randomCluster(minor: number): fc.Arbitrary<RandomCluster> {
  return fc.record({
    shapes: fc.array(serviceShape, { maxLength: 12 }),
    hostPorts: fc.uniqueArray(
      fc.record({ nodeName: fc.constantFrom(...nodeNames), port: fc.constantFrom(80, 443, 4244, 9100) }),
      { maxLength: 3, selector: ({ port }) => port },
    ),
    ready: fc.array(fc.record({ node: often, agent: often }), { minLength: 3, maxLength: 3 }),
    config: configOf(minor),
  });
}

export type ClusterObjects = { services: Service[]; slices: EndpointSlice[]; pods: Pod[]; nodes: Node[] };

/** The objects that the API server of a random cluster has. */
export function objectsOf({ shapes, hostPorts, ready }: RandomCluster): ClusterObjects {
  return {
    services: shapes.map(serviceOf),
    slices: shapes.flatMap(slicesOf),
    pods: [
      ...hostPorts.map(({ nodeName, port }, index) => podOf(nodeName, port, index)),
      ...nodeNames.map((name, index) => agentPodOf(name, ready[index]?.agent ?? true)),
    ],
    nodes: nodeNames.map((name, index) => nodeOf(name, index, ready[index]?.node ?? true)),
  };
}

function readerOf({ services, slices, pods, nodes }: ClusterObjects): ObjectReader {
  const lists = {
    Service: services,
    EndpointSlice: slices,
    Pod: pods,
    Node: nodes,
    ConfigMap: [],
    CiliumNodeConfig: [],
    Namespace: [],
  };
  return {
    revision: () => 1,
    // The lists are keyed by the kind of what they hold.
    list: (kind) => lists[kind] as never,
  };
}

/** How the agent on `node-b` starts at a time, as its pod would start it. */
export function agentStart(
  objects: ClusterObjects,
  image: string,
  config: Record<string, string>,
  clock: Pick<AgentStart, 'startedAtMs' | 'nowMs'>,
): AgentStart {
  return {
    nodeName: 'node-b',
    podName: 'cilium-x7k2p',
    image,
    config,
    objects: readerOf(objects),
    seed: 7,
    ...clock,
  };
}
