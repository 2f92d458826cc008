import { describe, expect, it } from 'vitest';
import { formatL3n4Addr } from '../l3n4-addr';
import { endpoint, endpointSlice, node, pod, service, settings } from './cluster.fixture';
import type { ExpectedFrontend } from './expected-frontend';
import { expectedFrontends } from './expected-frontends';
import { expectedTable } from './expected-table';
import type { LoadBalancingCluster, NodeInput } from './load-balancing-input';

const release = (minor: number, patch = 0) => ({ major: 1, minor, patch });

const nodes: NodeInput[] = [
  { ...node, nodePortAddresses: ['192.0.2.11'], addresses: ['192.0.2.11'] },
  { ...node, name: 'node-2', zone: 'b', nodePortAddresses: ['192.0.2.12'], addresses: ['192.0.2.12'] },
];

function cluster(change: Partial<LoadBalancingCluster> = {}): LoadBalancingCluster {
  return {
    version: release(21),
    settings,
    services: [service()],
    endpointSlices: [endpointSlice()],
    pods: [],
    redirectPolicies: [],
    nodes,
    ...change,
  };
}

const printed = (rows: readonly ExpectedFrontend[]): string[] =>
  rows
    .map((row) => {
      const doubt = row.doubt === null ? '' : ` ?${row.doubt.about}: ${row.doubt.reason}`;
      return `${formatL3n4Addr(row)} ${row.type}${row.backends.map((backend) => ` ${backend.ip}`).join('')}${doubt}`;
    })
    .sort();

const onNodes = (input: LoadBalancingCluster): string[][] => {
  const table = expectedTable(input);
  return nodes.map((each) => printed(table.onNode(each)));
};

const nodePort = service({
  type: 'NodePort',
  ports: [{ name: 'http', port: 80, protocol: 'TCP', nodePort: 30080 }],
});

describe('the parts of a table', () => {
  it('share every row that is alike on all nodes', () => {
    const table = expectedTable(cluster({ services: [nodePort] }));
    expect(printed(table.shared)).toEqual([
      '0.0.0.0:30080/TCP NodePort 10.0.1.10 10.0.2.2',
      '10.96.0.20:80/TCP ClusterIP 10.0.1.10 10.0.2.2',
    ]);
    expect(nodes.map((each) => table.onNode(each))).toEqual([[], []]);
  });
  it('leave each node the rows on its own addresses, up to v1.17, with the backends of the shared one', () => {
    const input = cluster({ version: release(16), services: [nodePort] });
    const table = expectedTable(input);
    expect(printed(table.shared)).toHaveLength(2);
    expect(onNodes(input)).toEqual([
      ['192.0.2.11:30080 NodePort 10.0.1.10 10.0.2.2'],
      ['192.0.2.12:30080 NodePort 10.0.1.10 10.0.2.2'],
    ]);
    const wildcard = table.shared.find(({ ip }) => ip === '0.0.0.0');
    expect(table.onNode(node)[0]?.backends).toBe(wildcard?.backends);
  });
  it('leave each node what a local policy gives it', () => {
    const input = cluster({ services: [service({ internalTrafficPolicy: 'Local' })] });
    expect(expectedTable(input).shared).toEqual([]);
    expect(onNodes(input)).toEqual([
      ['10.96.0.20:80/TCP ClusterIP 10.0.1.10'],
      ['10.96.0.20:80/TCP ClusterIP 10.0.2.2'],
    ]);
  });
  it('give one node what they give together', () => {
    const { nodes: _all, ...input } = cluster({
      services: [{ ...nodePort, externalTrafficPolicy: 'Local' }],
    });
    const table = expectedTable({ ...input, nodes });
    expect(printed([...table.shared, ...table.onNode(node)])).toEqual(
      printed(expectedFrontends({ ...input, node })),
    );
  });
});

describe('a table after another', () => {
  const other = service({ name: 'api', clusterIPs: ['10.96.0.21'] });
  const otherSlice = endpointSlice({ name: 'api-1', serviceName: 'api' });
  const first = cluster({ services: [service(), other], endpointSlices: [endpointSlice(), otherSlice] });

  it('keeps what did not change as the same objects', () => {
    const before = expectedTable(first);
    const changed = endpointSlice({ endpoints: [endpoint('10.0.3.3', 'node-1')] });
    const after = expectedTable({ ...first, endpointSlices: [changed, otherSlice] }, before);
    expect(after.groups.get('shop/api')).toBe(before.groups.get('shop/api'));
    expect(printed(after.groups.get('shop/web')?.shared ?? [])).toEqual([
      '10.96.0.20:80/TCP ClusterIP 10.0.3.3',
    ]);
    expect(printed(after.shared)).toEqual(printed(expectedTable(after.cluster).shared));
  });
  it('keeps nothing of agents with another version or other settings', () => {
    const before = expectedTable(first);
    const version = { ...first, version: release(16) };
    expect(printed(expectedTable(version, before).shared)).toEqual(printed(expectedTable(version).shared));
    const off = { ...first, settings: { ...settings, ipv4: false } };
    expect(expectedTable(off, before).shared).toEqual([]);
  });
  it('loses the doubt about a frontend once it is claimed by one Service only', () => {
    const rival = { ...other, clusterIPs: ['10.96.0.20'] };
    const both = { ...first, services: [...first.services.slice(0, 1), rival] };
    const before = expectedTable(both);
    expect(printed(before.shared).join()).toContain('claimed-twice');
    const after = expectedTable({ ...both, services: both.services.slice(0, 1) }, before);
    expect(printed(after.shared).join()).not.toContain('?');
  });
});

describe('two Services that claim one frontend', () => {
  const services = [
    service({
      ports: [80, 81].map((port) => ({ name: `p${port}`, port, protocol: 'TCP' as const, nodePort: 0 })),
    }),
    service({ name: 'api', ports: [{ name: 'p80', port: 80, protocol: 'TCP', nodePort: 0 }] }),
  ];
  const endpointSlices = [endpointSlice(), endpointSlice({ serviceName: 'api', name: 'api-1' })];
  const doubted = (minor: number): string[] =>
    expectedTable(cluster({ version: release(minor), services, endpointSlices }))
      .shared.filter(({ doubt }) => doubt?.reason === 'claimed-twice')
      .map((row) => `${row.name} ${row.port}`)
      .sort();
  it('are in doubt as a whole since v1.18, at that frontend before', () => {
    expect(doubted(16)).toEqual(['api 80', 'web 80']);
    expect(doubted(18)).toEqual(['api 80', 'web 80', 'web 81']);
  });
});

describe('annotations of service.cilium.io', () => {
  const balancer = (annotations: Record<string, string>, minor = 21): string[] =>
    expectedTable(
      cluster({
        version: release(minor),
        services: [
          { ...nodePort, type: 'LoadBalancer', ingress: [{ ip: '203.0.113.9', ipMode: 'VIP' }], annotations },
        ],
      }),
    )
      .shared.map(({ type }) => type)
      .sort();
  it('narrow the types since v1.17', () => {
    const all = ['ClusterIP', 'LoadBalancer', 'NodePort'];
    for (const type of all) {
      expect(balancer({ 'service.cilium.io/type': type })).toEqual([type]);
      expect(balancer({ 'service.cilium.io/type': type }, 16)).toEqual(all);
    }
    expect(balancer({ 'service.cilium.io/type': 'bogus' })).toEqual(all);
  });

  const labelled = nodes.map((each, at) => ({
    ...each,
    labels: { 'service.cilium.io/node': at === 0 ? 'edge' : 'core', rack: `r${at}` },
  }));
  const nodesWith = (annotations: Record<string, string>, minor = 21): string[] => {
    const table = expectedTable(cluster({ version: release(minor), services: [service({ annotations })] }));
    return labelled
      .filter((each) => table.shared.length + table.onNode(each).length > 0)
      .map(({ name }) => name);
  };
  it('expose a Service on some nodes: node since v1.17, node-selector since v1.18', () => {
    const both = ['node-1', 'node-2'];
    expect(nodesWith({ 'service.cilium.io/node': 'edge' })).toEqual(['node-1']);
    expect(nodesWith({ 'service.cilium.io/node': 'edge' }, 16)).toEqual(both);
    for (const selector of ['rack=r1', 'rack in (r1, r9)', 'rack notin (r0)', 'rack!=r0,!gone']) {
      expect(nodesWith({ 'service.cilium.io/node-selector': selector })).toEqual(['node-2']);
      expect(nodesWith({ 'service.cilium.io/node-selector': selector }, 17)).toEqual(both);
    }
    expect(nodesWith({ 'service.cilium.io/node-selector': '= (nonsense' })).toEqual(both);
    expect(
      nodesWith({ 'service.cilium.io/node-selector': 'rack=r1', 'service.cilium.io/node': 'edge' }),
    ).toEqual(['node-2']);
  });
  it('leave the row of the inner scope in doubt where a scope is asked for', () => {
    const annotations = { 'service.cilium.io/scope': 'external-only' };
    const input = cluster({ services: [{ ...nodePort, externalTrafficPolicy: 'Local', annotations }] });
    const rows = [...expectedTable(input).shared, ...expectedTable(input).onNode(node)];
    expect(rows.filter(({ doubt }) => doubt !== null).map(({ scope }) => scope)).toEqual(['internal']);
  });
});

describe('a global Service of a ClusterMesh', () => {
  const doubt = (
    annotations: Record<string, string>,
    minor: number,
    change: Partial<LoadBalancingCluster> = {},
  ): string | null => {
    const [row] = expectedTable(
      cluster({ version: release(minor), services: [service({ annotations })], ...change }),
    ).shared;
    return row === undefined ? 'no row' : row.doubt === null ? null : row.doubt.about;
  };
  const global = { 'service.cilium.io/global': 'true' };
  const isolated = { settings: { ...settings, clusterMesh: false } };
  it.each([13, 16, 17, 18, 21])(
    'has backends that cannot be known in v1.%s, unless there is no other cluster',
    (minor) => {
      expect(doubt(global, minor)).toBe('backends');
      expect(doubt({ 'io.cilium/global-service': 'true' }, minor)).toBe('backends');
      expect(doubt({ 'service.cilium.io/global': 'false' }, minor)).toBeNull();
      expect(doubt({ 'service.cilium.io/shared': 'true' }, minor)).toBeNull();
      expect(doubt(global, minor, isolated)).toBeNull();
    },
  );
  it('is known with affinity local since v1.18 as long as an active backend is left here', () => {
    const local = { ...global, 'service.cilium.io/affinity': 'local' };
    const gone = { endpointSlices: [endpointSlice({ endpoints: [] })] };
    expect(doubt(local, 17)).toBe('backends');
    expect(doubt(local, 18)).toBeNull();
    expect(doubt(local, 18, gone)).toBe('backends');
    expect(doubt({ ...global, 'service.cilium.io/affinity': 'remote' }, 18)).toBe('backends');
  });
  it('may have rows through other clusters alone, up to v1.17', () => {
    expect(doubt(global, 16, { endpointSlices: [] })).toBe('row');
    expect(doubt(global, 16, { endpointSlices: [], ...isolated })).toBe('no row');
  });
  it('does not read the slices that were copied from other clusters', () => {
    const labels = { 'endpointslice.kubernetes.io/managed-by': 'endpointslice-mesh-controller.cilium.io' };
    const endpointSlices = [
      endpointSlice(),
      endpointSlice({ name: 'copy', labels, endpoints: [endpoint('10.9.0.1', null)] }),
    ];
    expect(expectedTable(cluster({ endpointSlices })).shared[0]?.backends.map(({ ip }) => ip)).toEqual([
      '10.0.1.10',
      '10.0.2.2',
    ]);
  });
});

describe('topology hints', () => {
  const hinted = endpointSlice({
    endpoints: [
      endpoint('10.0.1.10', 'node-1', { hintZones: ['a'], hintNodes: ['node-1'] }),
      endpoint('10.0.2.2', 'node-2', { hintZones: ['b'], hintNodes: ['node-2'] }),
    ],
  });
  const near = (
    trafficDistribution: string | null,
    change: Partial<LoadBalancingCluster> = {},
    annotations: Record<string, string> = {},
  ): string[][] =>
    onNodes(
      cluster({
        settings: { ...settings, serviceTopology: true },
        services: [service({ trafficDistribution, annotations })],
        endpointSlices: [hinted],
        ...change,
      }),
    ).map((rows) => rows.map((row) => row.replace(/^\S+ ClusterIP /, '')));

  it('narrow a Service that asks for them to the zone', () => {
    expect(near('PreferClose')).toEqual([['10.0.1.10'], ['10.0.2.2']]);
    expect(near(null, {}, { 'service.kubernetes.io/topology-mode': 'Auto' })).toEqual([
      ['10.0.1.10'],
      ['10.0.2.2'],
    ]);
    expect(near('PreferClose', { version: release(16) })).toEqual([['10.0.1.10'], ['10.0.2.2']]);
  });
  it('narrow nothing where no one asks, or the agent does not follow them', () => {
    const off = { settings: { ...settings, serviceTopology: false } };
    expect([near(null), near('PreferClose', off), near('PreferClose', { version: release(15) })]).toEqual([
      [[], []],
      [[], []],
      [[], []],
    ]);
    expect(near(null, {}, { 'service.kubernetes.io/topology-mode': 'disabled' })).toEqual([[], []]);
  });
  it('narrow nothing where one usable backend has none, or none is for the zone', () => {
    const [first] = hinted.endpoints;
    const missing = endpointSlice({ endpoints: [...hinted.endpoints, endpoint('10.0.3.3', 'node-3')] });
    expect(near('PreferClose', { endpointSlices: [missing] })).toEqual([
      ['10.0.1.10 10.0.2.2 10.0.3.3'],
      ['10.0.1.10 10.0.2.2 10.0.3.3'],
    ]);
    const one = endpointSlice({ endpoints: first === undefined ? [] : [first] });
    expect(near('PreferClose', { endpointSlices: [one] })[1]).toEqual(['10.0.1.10']);
    expect(near('PreferClose', { endpointSlices: [one], version: release(18, 3) })[1]).toEqual([
      '10.0.1.10 ?backends: zone-hints',
    ]);
  });
  it('cannot be judged where the setting is not known and would make a difference', () => {
    const unknown = { settings: { ...settings, serviceTopology: null } };
    expect(near('PreferClose', unknown)[0]).toEqual(['10.0.1.10 ?backends: topology-unknown']);
    expect(near(null, unknown)).toEqual([[], []]);
  });
});

describe('a load balancer IP', () => {
  const balanced = (ip: string, ipMode: 'VIP' | 'Proxy', minor: number, port = 80): string[] => {
    const ports = [{ name: 'http', port, protocol: 'TCP' as const, nodePort: 30080 }];
    const input = cluster({
      version: release(minor),
      services: [service({ type: 'LoadBalancer', ingress: [{ ip, ipMode }], ports })],
    });
    const table = expectedTable(input);
    return printed([...table.shared, ...table.onNode(node)].filter(({ type }) => type === 'LoadBalancer'));
  };
  it('of mode Proxy has no row since v1.16, and has one up to v1.14', () => {
    expect(balanced('203.0.113.9', 'Proxy', 16)).toEqual([]);
    expect(balanced('203.0.113.9', 'Proxy', 14)).toHaveLength(1);
    expect(balanced('203.0.113.9', 'Proxy', 15)[0]).toContain('?row: load-balancer-ip-mode');
  });
  it('that is the node’s own has no row on a port of the NodePort range', () => {
    expect(balanced('192.0.2.11', 'VIP', 21, 30090)).toEqual([]);
    expect(balanced('192.0.2.11', 'VIP', 18, 30090)[0]).toContain('?row: node-address-in-range');
    expect(balanced('192.0.2.11', 'VIP', 21, 443)).toHaveLength(1);
    expect(balanced('192.0.2.12', 'VIP', 21, 30090)).toHaveLength(1);
  });
});

describe('host ports', () => {
  it('are rows of the node the pod runs on only', () => {
    const hostPorts = [{ hostPort: 443, containerPort: 8443, protocol: 'TCP' as const, hostIP: '' }];
    expect(onNodes(cluster({ pods: [pod({ hostPorts })] }))).toEqual([
      ['0.0.0.0:443/TCP HostPort 10.0.1.30'],
      [],
    ]);
  });
});
