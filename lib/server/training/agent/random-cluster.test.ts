import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedFrontends } from '@/lib/cilium/expected-frontends/expected-frontends';
import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import { parseServiceList } from '@/lib/cilium/parse-service-list';
import { parseStatus } from '@/lib/cilium/parse-status';
import type { AgentStart, KindTypes, ObjectReader, RunningAgent } from '../agent-contract';
import { atLeast, parseCiliumVersion } from './cilium-version';
import { createAgentFactory } from './create-agent';
import { formatJsonOutput } from './go/json';
import { defaultNodeFacts } from './node-facts';
import { formatServiceList } from './output/format-service-list';
import type { ServiceModel } from './output/service-model';
import { readSettings } from './settings/agent-settings';
import { nodePortAddresses, selectedDevices } from './settings/devices';
import { endpointSliceInput, nodeInput, podInput, serviceInput } from './table/object-inputs';

type Service = KindTypes['Service'];
type EndpointSlice = KindTypes['EndpointSlice'];
type Pod = KindTypes['Pod'];
type Node = KindTypes['Node'];

const nodeNames = ['node-a', 'node-b', 'node-c'];

const ipv4 = fc.tuple(fc.nat(250), fc.nat(250)).map(([a, b]) => `10.${a}.${b}.7`);
const ipv6 = fc.nat(0xfffe).map((n) => `fd00:10:1::${(n + 1).toString(16)}`);
const policy = fc.constantFrom('Cluster', 'Local', undefined);
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

function nodeOf(name: string, index: number): Node {
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
    metadata: { namespace: 'edge', name: `edge-${index}`, uid: `uid-${index}` },
    spec: {
      nodeName,
      containers: [{ name: 'c', ports: [{ containerPort: 8080, hostPort, protocol: 'TCP' }] }],
    },
    status: { phase: 'Running', podIP: `10.200.0.${9 + index}`, podIPs: [{ ip: `10.200.0.${9 + index}` }] },
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
    })
    .map((config) => ({
      ...config,
      ...(minor <= 13 ? { tunnel: 'disabled' } : { 'routing-mode': 'native' }),
      // Without the replacement BPF masquerade ends an agent of v1.15 to v1.18.
      'enable-bpf-masquerade':
        config['kube-proxy-replacement'] === 'false' ? 'false' : config['enable-bpf-masquerade'],
    }));
}

type Cluster = {
  shapes: ServiceShape[];
  hostPorts: { nodeName: string; port: number }[];
  config: Record<string, string>;
};

function clusterOf(minor: number): fc.Arbitrary<Cluster> {
  return fc.record({
    shapes: fc.array(serviceShape, { maxLength: 12 }),
    hostPorts: fc.uniqueArray(
      fc.record({ nodeName: fc.constantFrom(...nodeNames), port: fc.constantFrom(80, 443, 4244, 9100) }),
      { maxLength: 3, selector: ({ port }) => port },
    ),
    config: configOf(minor),
  });
}

type Objects = { services: Service[]; slices: EndpointSlice[]; pods: Pod[]; nodes: Node[] };

function objectsOf({ shapes, hostPorts }: Cluster): Objects {
  return {
    services: shapes.map(serviceOf),
    slices: shapes.flatMap(slicesOf),
    pods: hostPorts.map(({ nodeName, port }, index) => podOf(nodeName, port, index)),
    nodes: nodeNames.map(nodeOf),
  };
}

function readerOf({ services, slices, pods, nodes }: Objects): ObjectReader {
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

function agentOf(objects: Objects, image: string, config: Record<string, string>): RunningAgent {
  const start: AgentStart = {
    nodeName: 'node-b',
    podName: 'cilium-x7k2p',
    image,
    config,
    objects: readerOf(objects),
    startedAtMs: 0,
    nowMs: () => 3_600_000,
    seed: 7,
  };
  return createAgentFactory()(start);
}

function stdout(agent: RunningAgent, command: string): string {
  const result = agent.run(command.split(' '));
  if (result === 'no-such-binary') throw new Error(command);
  expect(result).toMatchObject({ stderr: '', exitCode: 0 });
  return result.stdout;
}

const releases = ['1.13.4', '1.14.5', '1.15.7', '1.16.5', '1.17.7', '1.18.2', '1.18.6', '1.19.1', '1.21.0'];

describe.each(releases)('what a training agent of %s prints', (release) => {
  const version = parseCiliumVersion(release);
  if (version === null) throw new Error(release);
  const image = `quay.io/cilium/cilium:v${release}`;

  const clusters = clusterOf(version.minor);

  it('is read back by the parsers as the table it stands for, from text and from JSON', () => {
    fc.assert(
      fc.property(clusters, (cluster) => {
        const objects = objectsOf(cluster);
        const agent = agentOf(objects, image, cluster.config);
        expect(agent.fatal).toBeNull();
        const node = objects.nodes[1];
        const settings = readSettings(cluster.config, version);
        const facts = defaultNodeFacts(node, 'node-b');
        const expected = expectedFrontends({
          version,
          settings: settings.loadBalancing,
          node: nodeInput(
            node,
            'node-b',
            nodePortAddresses(selectedDevices(facts.devices, settings), settings),
          ),
          services: objects.services.map(serviceInput),
          endpointSlices: objects.slices.map(endpointSliceInput),
          pods: objects.pods.flatMap((pod) => podInput(pod).pod ?? []),
          redirectPolicies: [],
        });
        const wanted = expected
          .map((row) => ({
            row: `${formatL3n4Addr(row)} ${row.type}`,
            backends: row.backends.map((backend) => `${formatL3n4Addr(backend)} ${backend.state}`).sort(),
          }))
          .sort((a, b) => (a.row < b.row ? -1 : 1));
        const text = stdout(agent, 'cilium service list');
        const json = stdout(agent, 'cilium service list -o json');
        const read = [parseServiceList(text), parseServiceList(json)];
        for (const { frontends, unparsed } of read) {
          expect(unparsed).toEqual([]);
          const got = frontends
            .map((row) => ({
              row: `${formatL3n4Addr(row)} ${row.type}`,
              backends: row.backends.map((backend) => `${formatL3n4Addr(backend)} ${backend.state}`).sort(),
            }))
            .sort((a, b) => (a.row < b.row ? -1 : 1));
          expect(got).toEqual(wanted);
        }
        const ids = (index: number): number[] =>
          (read[index]?.frontends ?? []).map(({ id }) => id).sort((a, b) => a - b);
        expect(ids(0)).toEqual(ids(1));
        expect(new Set(ids(0).filter((id) => id !== 0)).size).toBe(ids(0).filter((id) => id !== 0).length);
        // The fast printers give the bytes of those that the oracle checks.
        expect(json).toBe(formatJsonOutput(JSON.parse(json)));
        expect(text).toBe(formatServiceList(JSON.parse(json) as ServiceModel[], version).stdout);
        agent.stop();
      }),
      { numRuns: 40 },
    );
  });

  it('is read back by the parsers as the status it stands for, from text and from JSON', () => {
    fc.assert(
      fc.property(clusters, (cluster) => {
        const agent = agentOf(objectsOf(cluster), image, cluster.config);
        const json = parseStatus(stdout(agent, 'cilium status -o json'));
        const verbose = parseStatus(stdout(agent, 'cilium status --verbose'));
        const short = parseStatus(stdout(agent, 'cilium status'));
        for (const { unparsed } of [json, verbose, short]) expect(unparsed).toEqual([]);
        // What the text says of ClusterIP and LoadBalancer is in no field of the JSON.
        const { services: _textOnly, ...fromText } = verbose.kubeProxyReplacement ?? { services: undefined };
        const fromJSON = json.kubeProxyReplacement;
        expect(verbose.kubeProxyReplacement).toBeDefined();
        expect(fromJSON).toMatchObject(fromText);
        expect(short.kubeProxyReplacement?.mode).toBe(fromJSON?.mode);
        expect(verbose.cilium).toEqual(json.cilium);
        expect(verbose.kubernetes).toEqual(json.kubernetes);
        expect(verbose.bpfMaps).toEqual(json.bpfMaps);
        const settings = readSettings(cluster.config, version);
        expect(fromJSON?.features.nodePort?.enabled).toBe(settings.loadBalancing.nodePort);
        expect(fromJSON?.features.socketLB?.enabled).toBe(settings.socketLB);
        if (settings.loadBalancing.nodePort) {
          expect(fromJSON?.features.nodePort?.mode?.toLowerCase()).toBe(settings.forwardingMode);
          expect(fromJSON?.features.nodePort?.algorithm?.toLowerCase()).toBe(settings.algorithm);
        }
        expect(fromJSON?.features.gracefulTermination !== undefined).toBe(!atLeast(version, 18));
        agent.stop();
      }),
      { numRuns: 40 },
    );
  });
});
