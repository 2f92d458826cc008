import { describe, expect, test } from 'vitest';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { KubeProxyReplacementFeatures } from '@/lib/cilium/kube-proxy-replacement';
import { settingsOfStatus } from '@/lib/cilium/packet-path/settings-of-status';
import { walkPacket } from '@/lib/cilium/packet-path/walk-packet';
import type { AgentView } from '../agent-view';
import type { ApiBackendView, BackendView, FrontendView } from '../frontend-view';
import { maglevSharesOf } from './maglev-shares-of';
import { pathNodes } from './path-nodes';
import type { TraceRequest } from './trace-question';
import { traceQuestion } from './trace-question';
import { formatTraceSource, parseTraceSource, tracePods } from './trace-source';

const status = (features: KubeProxyReplacementFeatures, over: Partial<AgentStatus> = {}): AgentStatus => ({
  kubeProxyReplacement: {
    mode: 'True',
    features,
    deviceList: [{ name: 'eth0', ip: ['', 'fe80::1', '192.0.2.11', '2001:db8:1::11'] }],
    directRoutingDevice: 'eth0',
  },
  ipam: { status: '', allocations: { '10.0.1.1': 'router', '10.0.1.9': 'health', 'fd00:1::1': 'router' } },
  sections: {},
  lines: {},
  unparsed: [],
  ...over,
});

type Agent = Pick<AgentView, 'node' | 'nodeIPs' | 'status' | 'version'>;
const agent = (
  node: string,
  features: KubeProxyReplacementFeatures,
  over: Partial<Agent> = {},
): AgentView => ({
  node,
  namespace: 'kube-system',
  pod: `cilium-${node}`,
  container: 'cilium-agent',
  image: null,
  daemonSet: 'cilium',
  nodeIPs: ['192.0.2.11'],
  zone: null,
  podReady: true,
  podPhase: 'Running',
  restarts: 0,
  startedTimestamp: null,
  version: '1.18.2',
  binary: 'cilium-dbg',
  status: status(features),
  frontendCount: null,
  backendCount: null,
  answers: { status: unasked, 'service-list': unasked },
  ...over,
});
const unasked = {
  answeredTimestamp: null,
  askedTimestamp: null,
  durationMs: null,
  sizeBytes: null,
  stale: false,
  problem: null,
  unparsedCount: 0,
};

const backend = (ip: string, node: string | null, over: Partial<BackendView> = {}): BackendView => ({
  ip,
  port: 8080,
  protocol: 'TCP',
  state: 'active',
  preferred: null,
  statesDiffer: false,
  target: { kind: 'pod', namespace: 'shop', name: `web-${ip}`, workload: 'web', node, zone: null },
  nodes: ['a', 'b'],
  ...over,
});
const frontend = (ip: string, backends: BackendView[], over: Partial<FrontendView> = {}): FrontendView => ({
  key: `${ip}:80/TCP`,
  ip,
  port: 80,
  protocol: 'TCP',
  scope: 'external',
  type: 'LoadBalancer',
  remote: false,
  service: { namespace: 'shop', name: 'web', portName: null },
  labels: [],
  nodes: ['a', 'b'],
  nodeLocal: false,
  ownBackends: false,
  backends,
  problems: [],
  doubt: null,
  changedTimestamp: '2026-01-01T00:00:00Z',
  ...over,
});

describe('settings out of a status', () => {
  const release = { major: 1, minor: 18, patch: 0 };
  const of = (features: KubeProxyReplacementFeatures, over: Partial<AgentStatus> = {}) =>
    settingsOfStatus(status(features, over), release).settings;

  test('are read in the agents’ own words', () => {
    expect(
      of(
        {
          nodePort: {
            enabled: true,
            mode: 'Hybrid',
            dsrMode: 'Geneve',
            acceleration: 'Generic',
            portMin: 1,
            portMax: 9,
          },
          socketLB: { enabled: true },
          bpfSocketLBHostnsOnly: true,
          annotations: ['service.cilium.io/forwarding-mode'],
          nat46X64: { enabled: true, service: { enabled: true } },
        },
        { routing: { network: 'Tunnel', tunnelProtocol: 'geneve', host: 'BPF' }, attachMode: 'Legacy TC' },
      ),
    ).toMatchObject({
      mode: 'hybrid',
      dispatch: 'geneve',
      acceleration: 'testing-only',
      socketLB: 'host-only',
      modeAnnotation: true,
      nat46x64: true,
      tunnel: 'geneve',
      attach: 'tc',
      nodePortRange: { min: 1, max: 9 },
    });
    expect(of({ hostReachableServices: { enabled: true } }).socketLB).toBe('full');
    expect(of({}).socketLB).toBe('off');
  });

  test('what is not reported is said to be assumed', () => {
    const { assumed } = settingsOfStatus(status({ nodePort: { enabled: true } }), release);
    expect(assumed.join(' ')).toMatch(/native routing is taken.*SNAT is taken/);
  });
});

describe('nodes of a walk', () => {
  test('have the addresses of their routing device and of cilium_host, by family', () => {
    const { nodes } = pathNodes([agent('a', {}), agent('silent', {}, { status: null })]);
    expect([...nodes.keys()]).toEqual(['a']);
    expect(nodes.get('a')).toMatchObject({
      ips: { IPv4: '192.0.2.11', IPv6: '2001:db8:1::11' },
      internalIPs: { IPv4: '10.0.1.1', IPv6: 'fd00:1::1' },
    });
  });
});

describe('a source in the URL', () => {
  test('is written as it is read', () => {
    for (const text of ['outside:ip-1.ec2', 'node:a', 'pod:10.0.1.7', 'pod:fd00::7']) {
      const source = parseTraceSource(text);
      expect(source === null ? null : formatTraceSource(source)).toBe(text);
    }
    for (const text of ['', 'pod:web', 'outside:', 'router:a']) expect(parseTraceSource(text)).toBeNull();
  });
  test('pods are those behind frontends whose node is known, each once', () => {
    const row = frontend('10.96.0.1', [
      backend('10.0.2.2', 'b'),
      backend('10.0.1.1', 'a'),
      backend('10.9.9.9', null),
    ]);
    expect(tracePods([row, row], row.ip).map(({ ip }) => ip)).toEqual(['10.0.1.1', '10.0.2.2']);
    expect(tracePods([row], 'fd00::1')).toEqual([]);
  });
});

describe('Maglev shares of a frontend', () => {
  const maglev = { nodePort: { enabled: true, algorithm: 'Maglev', lutSize: 1021 } };
  const three = [1, 2, 3].map((n) => backend(`10.0.0.${n}`, 'a'));
  const weigh = (ip: string, weight: number): ApiBackendView => ({
    ...{ ip, port: 8080, ready: true, serving: true, terminating: false },
    ...{ node: 'a', zone: null, hinted: false, weight },
  });

  test('are even, and by weight since v1.20 only', () => {
    const of = (version: string) =>
      [
        ...(maglevSharesOf(frontend('203.0.113.1', three), agent('a', maglev, { version }), {}, [
          weigh('10.0.0.1', 200),
        ])?.shareOf.values() ?? []),
      ].map((share) => Math.round(share * 100));
    expect(of('1.18.2')).toEqual([33, 33, 33]);
    expect(of('1.20.0')).toEqual([50, 25, 25]);
  });
  test('count the backends of the node’s own row that take new connections', () => {
    const mixed = [
      ...three.slice(0, 2),
      backend('10.0.0.8', 'a', { state: 'terminating' }),
      backend('10.0.0.9', 'a', { nodes: ['b'] }),
    ];
    const shares = maglevSharesOf(frontend('203.0.113.1', mixed), agent('a', maglev), {}, null);
    expect([...(shares?.shareOf.keys() ?? [])]).toEqual(['10.0.0.1|8080', '10.0.0.2|8080']);
  });
  test('are none where clients are inside, or another algorithm is asked for', () => {
    const of = (row: FrontendView, features: KubeProxyReplacementFeatures, annotations = {}) =>
      maglevSharesOf(row, agent('a', features), annotations, null) !== null;
    const row = frontend('203.0.113.1', three);
    expect(of(row, maglev)).toBe(true);
    expect(of({ ...row, type: 'ClusterIP' }, maglev)).toBe(false);
    expect(of({ ...row, type: 'NodePort', ip: '0.0.0.0' }, maglev)).toBe(true);
    const asked = { 'service.cilium.io/lb-algorithm': 'random' };
    expect(of(row, maglev, asked), 'an annotation that nobody heeds').toBe(true);
    expect(of(row, { ...maglev, annotations: ['service.cilium.io/lb-algorithm'] }, asked)).toBe(false);
  });
});

describe('a question from live tables', () => {
  const dsr = { nodePort: { enabled: true, mode: 'DSR' }, socketLB: { enabled: true } };
  const agents = [agent('a', dsr), agent('b', dsr, { nodeIPs: ['192.0.2.12'] })];
  const second = { ...agents[1], status: status(dsr) } as AgentView;
  if (second.status?.kubeProxyReplacement) second.status.kubeProxyReplacement.deviceList = [];
  const row = frontend('203.0.113.1', [backend('10.0.2.2', 'b')]);
  const request = (over: Partial<TraceRequest> = {}): TraceRequest => ({
    frontend: row,
    frontends: [row],
    policies: null,
    nodes: pathNodes([agents[0] as AgentView, second]).nodes,
    pods: tracePods([row], row.ip),
    source: { kind: 'outside', node: 'a' },
    protocol: 'TCP',
    packet: 'first',
    follow: null,
    maglev: null,
    checksSource: false,
    dropsIPOptions: false,
    ...over,
  });
  const walk = (over: Partial<TraceRequest> = {}) => {
    const question = traceQuestion(request(over));
    return question === null ? null : walkPacket(question);
  };

  test('is answered with the cluster’s own addresses', () => {
    const hops = walk()?.hops ?? [];
    expect(hops.at(-1)?.after.source).toEqual({ ip: '203.0.113.1', port: 80 });
    expect(hops.some(({ after }) => after.dsr?.form === 'ip-option')).toBe(true);
    expect(walk()?.seenByBackend?.ip).toBe('198.51.100.7');
  });
  test('sends to the node where the frontend is a wildcard', () => {
    const wildcard = frontend('0.0.0.0', [backend('10.0.2.2', 'b')], { type: 'NodePort', port: 30080 });
    const question = traceQuestion(request({ frontend: wildcard, frontends: [wildcard] }));
    expect(question?.to).toEqual({ ip: '192.0.2.11', port: 30080 });
    expect(walk({ frontend: wildcard, frontends: [wildcard] })?.failure).toBeNull();
  });
  test('takes each node’s own rows and no others', () => {
    const onB = { ...row, nodes: ['b'] };
    expect(walk({ frontend: onB, frontends: [onB] })?.failure?.kind).toBe('row-missing');
    const udp = { ...row, protocol: 'UDP' as const };
    expect(walk({ frontends: [udp] })?.failure?.kind).toBe('row-missing');
    expect(walk({ frontends: [{ ...row, protocol: null }] })?.failure).toBeNull();
  });
  test('from a pod starts at the pod’s own node', () => {
    const hops = walk({ source: { kind: 'pod', ip: '10.0.2.2' } })?.hops ?? [];
    expect(hops[0]?.place).toEqual({ kind: 'pod', node: 'b', name: 'web-10.0.2.2' });
  });
  test('is none where the source is not known', () => {
    expect(walk({ source: { kind: 'outside', node: 'z' } })).toBeNull();
    expect(walk({ source: { kind: 'pod', ip: '10.1.1.1' } })).toBeNull();
  });
  test('a full packet fills the MTU, and a network may refuse', () => {
    expect(walk({ packet: 'full', protocol: 'TCP' })?.failure).toBeNull();
    expect(walk({ checksSource: true })?.failure?.kind).toBe('source-check');
    expect(walk({ dropsIPOptions: true })?.failure?.kind).toBe('ip-options-dropped');
    expect(walk({ packet: 'replaced' })?.failure?.kind).toBe('backend-changed');
  });
});
