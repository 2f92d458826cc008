import { describe, expect, it } from 'vitest';
import { formatL3n4Addr } from '../l3n4-addr';
import { backendState } from './backend-state';
import { endpoint, endpointSlice, node, pod, service, settings } from './cluster.fixture';
import { expectedFrontends } from './expected-frontends';
import type { LoadBalancingInput, ServiceInput } from './load-balancing-input';

type Version = `1.${number}.${number}`;

/** A release of each minor, with the last of v1.18 as it changed in between. */
const versions: readonly Version[] = [
  '1.10.20',
  '1.11.20',
  '1.12.19',
  '1.13.4',
  '1.14.5',
  '1.15.7',
  '1.16.5',
  '1.17.7',
  '1.18.2',
  '1.18.6',
  '1.19.1',
  '1.20.1',
  '1.21.0',
];

const minorOf = (version: Version): number => Number(version.split('.')[1]);
const since = (minor: number): readonly Version[] => versions.filter((version) => minorOf(version) >= minor);
const before = (minor: number): readonly Version[] => versions.filter((version) => minorOf(version) < minor);

const sorted = (texts: readonly string[]): string[] => [...texts].sort();

/** The rows of node-1 as `ADDRESS TYPE BACKENDS`, sorted; states only where they are not active. */
function rows(version: Version, more: Partial<LoadBalancingInput> = {}): string[] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const found = expectedFrontends({
    version: { major, minor, patch },
    settings,
    node,
    services: [service()],
    endpointSlices: [endpointSlice()],
    pods: [],
    redirectPolicies: [],
    ...more,
  }).map((row) => {
    const backends = row.backends.map(
      (backend) => ` ${formatL3n4Addr(backend)}${backend.state === 'active' ? '' : ` (${backend.state})`}`,
    );
    const doubt = row.doubt === null ? '' : ` ?${row.doubt.about}: ${row.doubt.reason}`;
    const unprogrammed = row.programmed ? '' : ' ID 0';
    return `${formatL3n4Addr(row)} ${row.type}${backends.join('')}${unprogrammed}${doubt}`;
  });
  return sorted(found);
}

const addresses = (printed: readonly string[]): string[] => printed.map((row) => row.split(' ')[0] ?? '');

describe('TCP and UDP on one port', () => {
  const dns = {
    services: [
      service({
        clusterIPs: ['10.96.0.10'],
        ports: [
          { name: 'dns', port: 53, protocol: 'UDP' as const, nodePort: 0 },
          { name: 'dns-tcp', port: 53, protocol: 'TCP' as const, nodePort: 0 },
        ],
      }),
    ],
    endpointSlices: [
      endpointSlice({
        ports: [
          { name: 'dns', port: 5353, protocol: 'UDP' },
          { name: 'dns-tcp', port: 5353, protocol: 'TCP' },
        ],
      }),
    ],
  };
  it.each(before(17))('is one row without protocol in v%s', (version) => {
    expect(rows(version, dns)).toEqual(['10.96.0.10:53 ClusterIP 10.0.1.10:5353 10.0.2.2:5353']);
  });
  it.each(since(17))('are two rows in v%s', (version) => {
    expect(rows(version, dns)).toEqual([
      '10.96.0.10:53/TCP ClusterIP 10.0.1.10:5353/TCP 10.0.2.2:5353/TCP',
      '10.96.0.10:53/UDP ClusterIP 10.0.1.10:5353/UDP 10.0.2.2:5353/UDP',
    ]);
  });
  it.each(['1.17.7', '1.18.2'] as const)('is one row of ANY in v%s without bpf-lb-proto-diff', (version) => {
    const apart = rows(version, { ...dns, settings: { ...settings, protocolDifferentiation: false } });
    expect(apart).toEqual(['10.96.0.10:53/ANY ClusterIP 10.0.1.10:5353/ANY 10.0.2.2:5353/ANY']);
  });
  it('cannot be judged in v1.17 and v1.18 where that option is not known', () => {
    const unknown = { ...dns, settings: { ...settings, protocolDifferentiation: null } };
    expect(rows('1.17.7', unknown)[0]).toContain('?row: protocols-unknown');
    expect(rows('1.19.1', unknown).join()).not.toContain('?');
  });
  it('cannot be judged up to v1.16 where the two lead to different ports', () => {
    const [slice] = dns.endpointSlices;
    const apart = { ...slice, ports: slice?.ports.map((port, at) => ({ ...port, port: 5353 + at })) };
    const printed = rows('1.16.5', { ...dns, endpointSlices: [endpointSlice(apart)] });
    expect(printed[0]).toContain('?backends: one-port-number');
  });
});

describe('a node port', () => {
  const nodePort = {
    services: [
      service({ type: 'NodePort', ports: [{ name: 'http', port: 80, protocol: 'TCP', nodePort: 30080 }] }),
    ],
  };
  it.each(before(17))('has a row on every node address and a wildcard one in v%s', (version) => {
    expect(addresses(rows(version, nodePort))).toEqual(
      sorted(['10.96.0.20:80', '0.0.0.0:30080', '192.0.2.11:30080', '198.51.100.11:30080']),
    );
  });
  it('has them with protocol in v1.17', () => {
    expect(rows('1.17.7', nodePort)).toContain(
      '198.51.100.11:30080/TCP NodePort 10.0.1.10:8080/TCP 10.0.2.2:8080/TCP',
    );
    expect(rows('1.17.7', nodePort)).toHaveLength(4);
  });
  it.each(since(18))('has the wildcard row only in v%s', (version) => {
    expect(addresses(rows(version, nodePort))).toEqual(sorted(['10.96.0.20:80/TCP', '0.0.0.0:30080/TCP']));
  });
  it.each(versions)('has rows of both families in v%s', (version) => {
    const printed = rows(version, {
      settings: { ...settings, ipv6: true },
      node: { ...node, nodePortAddresses: ['192.0.2.11', '2001:db8::11'] },
      services: nodePort.services.map((object) => ({ ...object, clusterIPs: ['10.96.0.20', 'fd00:96::20'] })),
      endpointSlices: [
        endpointSlice(),
        endpointSlice({ name: 'web-2', addressType: 'IPv6', endpoints: [endpoint('fd00:1::10', 'node-1')] }),
      ],
    });
    const wildcard = printed.find((row) => row.startsWith('[::]:30080'));
    expect(wildcard).toMatch(/NodePort \[fd00:1::10\]:8080(\/TCP)?$/);
    expect(printed.some((row) => row.startsWith('[2001:db8::11]:30080'))).toBe(minorOf(version) < 18);
  });
  it('leaves the rows on node addresses out where the addresses are not known, up to v1.17', () => {
    const unknown = { ...nodePort, node: { ...node, nodePortAddresses: null } };
    expect(addresses(rows('1.16.5', unknown))).toEqual(sorted(['10.96.0.20:80', '0.0.0.0:30080']));
  });
});

describe('a host port', () => {
  const hostPort = (hostIP: string) => ({
    services: [],
    pods: [pod({ hostPorts: [{ hostPort: 443, containerPort: 8443, protocol: 'TCP' as const, hostIP }] })],
  });
  it.each(before(18))('has a row on every node address and a wildcard one in v%s', (version) => {
    const suffix = version === '1.17.7' ? '/TCP' : '';
    expect(rows(version, hostPort(''))).toEqual(
      sorted(
        ['192.0.2.11', '198.51.100.11', '0.0.0.0'].map(
          (ip) => `${ip}:443${suffix} HostPort 10.0.1.30:8443${suffix}`,
        ),
      ),
    );
  });
  it.each(since(18))('has the wildcard row only in v%s', (version) => {
    expect(rows(version, hostPort(''))).toEqual(['0.0.0.0:443/TCP HostPort 10.0.1.30:8443/TCP']);
  });
  it.each(versions)('has the row of its host IP only in v%s', (version) => {
    expect(rows(version, hostPort('192.0.2.11'))).toHaveLength(1);
    expect(rows(version, hostPort('192.0.2.11'))[0]).toMatch(/^192\.0\.2\.11:443/);
  });
  it.each(versions)('has the wildcard row only for 127.0.0.1 in v%s', (version) => {
    expect(rows(version, hostPort('127.0.0.1'))).toHaveLength(1);
    expect(rows(version, hostPort('127.0.0.1'))[0]).toMatch(/^0\.0\.0\.0:443/);
  });
  it.each(versions)('has no row for a port of the NodePort range, nor on another node, in v%s', (version) => {
    const inRange = [{ hostPort: 30500, containerPort: 9000, protocol: 'TCP' as const, hostIP: '' }];
    expect(rows(version, { services: [], pods: [pod({ hostPorts: inRange })] })).toEqual([]);
    const elsewhere = hostPort('').pods.map((object) => ({ ...object, nodeName: 'node-2' }));
    expect(rows(version, { services: [], pods: elsewhere })).toEqual([]);
  });
  it('cannot be judged for an explicit 0.0.0.0, and where a Service claims it too', () => {
    expect(rows('1.18.6', hostPort('0.0.0.0'))[0]).toContain('?row: unspecified-host-ip');
    const nodePort = service({
      type: 'NodePort',
      ports: [{ name: 'http', port: 80, protocol: 'TCP', nodePort: 443 }],
    });
    const printed = rows('1.18.6', { ...hostPort(''), services: [nodePort] });
    expect(printed.filter((row) => row.startsWith('0.0.0.0:443'))).toEqual([
      '0.0.0.0:443/TCP HostPort 10.0.1.30:8443/TCP ?row: claimed-twice',
    ]);
  });
});

describe('a Service that Envoy serves', () => {
  const ingress = {
    services: [service({ labels: { 'cilium.io/ingress': 'true' } })],
    endpointSlices: [
      endpointSlice({
        ports: [{ name: 'http', port: 9999, protocol: 'TCP' as const }],
        endpoints: [endpoint('192.192.192.192', null)],
      }),
    ],
  };
  it.each(before(20))('has rows without backends in v%s', (version) => {
    expect(rows(version, ingress)[0]).toMatch(/^10\.96\.0\.20:80(\/TCP)? ClusterIP$/);
  });
  it.each(since(20))('has one backend on a port that only the agent knows in v%s', (version) => {
    expect(rows(version, ingress)).toEqual(['10.96.0.20:80/TCP ClusterIP ?backends: proxy-port']);
  });
  it('keeps its own backends in v1.18 and v1.19 where the annotation asks for it', () => {
    const annotated = { services: [service({ annotations: { 'service.cilium.io/lb-l7': 'enabled' } })] };
    for (const version of ['1.18.6', '1.19.1'] as const) {
      expect(rows(version, annotated)).toEqual([
        '10.96.0.20:80/TCP ClusterIP 10.0.1.10:8080/TCP 10.0.2.2:8080/TCP',
      ]);
    }
    expect(rows('1.16.5', annotated)[0]).toContain('?backends: proxied-before-1.18');
  });
});

describe('kube-proxy replacement off', () => {
  const off = {
    settings: { ...settings, nodePort: false, hostPort: false, externalIPs: false },
    services: [
      service({
        type: 'LoadBalancer',
        externalIPs: ['203.0.113.20'],
        ingress: [{ ip: '203.0.113.9', ipMode: 'VIP' }],
        ports: [{ name: 'http', port: 80, protocol: 'TCP', nodePort: 30080 }],
      }),
    ],
    pods: [pod({ hostPorts: [{ hostPort: 443, containerPort: 8443, protocol: 'TCP', hostIP: '' }] })],
  } satisfies Partial<LoadBalancingInput>;
  it.each(before(19))('leaves cluster IPs only in v%s', (version) => {
    expect(addresses(rows(version, off))).toHaveLength(1);
    expect(addresses(rows(version, off))[0]).toMatch(/^10\.96\.0\.20:80/);
  });
  it.each(since(19))(
    'leaves load balancer and external IPs too in v%s, node ports and host ports not',
    (version) => {
      expect(addresses(rows(version, off))).toEqual(
        sorted(['10.96.0.20:80/TCP', '203.0.113.20:80/TCP', '203.0.113.9:80/TCP']),
      );
    },
  );
  it('has ID 0 for load balancer IPs since v1.20, and for nothing else', () => {
    const unprogrammed = (version: Version) => rows(version, off).filter((row) => row.includes('ID 0'));
    for (const version of since(20)) expect(addresses(unprogrammed(version))).toEqual(['203.0.113.9:80/TCP']);
    for (const version of before(20)) expect(unprogrammed(version)).toEqual([]);
  });
});

describe('externalTrafficPolicy Local', () => {
  const local = {
    services: [
      service({
        type: 'LoadBalancer',
        ingress: [{ ip: '203.0.113.9', ipMode: 'VIP' }],
        externalTrafficPolicy: 'Local',
      }),
    ],
  } satisfies Partial<LoadBalancingInput>;
  it.each(versions)('lists the node’s own backends outside and all of them inside in v%s', (version) => {
    const printed = rows(version, local).filter((row) => row.startsWith('203.0.113.9'));
    expect(printed).toHaveLength(2);
    expect(printed.find((row) => !row.includes('/i '))).toMatch(/LoadBalancer 10\.0\.1\.10:8080(\/TCP)?$/);
    expect(printed.find((row) => row.includes('/i '))).toMatch(/10\.0\.1\.10\S+ 10\.0\.2\.2\S+$/);
  });
  it.each(versions)('has a row without backends on a node without any in v%s', (version) => {
    const printed = rows(version, { ...local, node: { ...node, name: 'node-3' } });
    expect(printed.find((row) => row.startsWith('203') && !row.includes('/i '))).toMatch(/LoadBalancer$/);
  });
  it('counts a backend without node as the node’s own since v1.18', () => {
    const endpointSlices = [endpointSlice({ endpoints: [endpoint('10.9.9.9', null)] })];
    const outside = (version: Version) =>
      rows(version, { ...local, endpointSlices }).find(
        (row) => row.startsWith('203') && !row.includes('/i '),
      );
    expect(outside('1.17.7')).toMatch(/LoadBalancer$/);
    expect(outside('1.18.6')).toMatch(/10\.9\.9\.9:8080\/TCP$/);
  });
});

describe('internalTrafficPolicy Local', () => {
  const local = { services: [service({ internalTrafficPolicy: 'Local' as const })] };
  it.each(before(13))('is not looked at in v%s', (version) => {
    expect(rows(version, local)).toEqual(['10.96.0.20:80 ClusterIP 10.0.1.10:8080 10.0.2.2:8080']);
  });
  it.each(since(13))('lists the node’s own backends in v%s', (version) => {
    expect(rows(version, local)[0]).toMatch(/ClusterIP 10\.0\.1\.10:8080(\/TCP)?$/);
  });
  it('can be turned off up to v1.18', () => {
    const off = { ...local, settings: { ...settings, internalTrafficPolicy: false } };
    expect(rows('1.16.5', off)[0]).toContain('10.0.2.2');
    expect(rows('1.19.1', off)[0]).not.toContain('10.0.2.2');
  });
  it('makes two scopes of a node port where the external policy is Cluster, one where both are Local', () => {
    const ports = [{ name: 'http', port: 80, protocol: 'TCP' as const, nodePort: 30080 }];
    const count = (version: Version, externalTrafficPolicy: 'Cluster' | 'Local') =>
      rows(version, {
        services: [
          service({ type: 'NodePort', ports, internalTrafficPolicy: 'Local', externalTrafficPolicy }),
        ],
      }).filter((row) => row.startsWith('0.0.0.0')).length;
    expect([count('1.12.19', 'Cluster'), count('1.13.4', 'Cluster'), count('1.21.0', 'Cluster')]).toEqual([
      1, 2, 2,
    ]);
    expect([count('1.12.19', 'Local'), count('1.13.4', 'Local'), count('1.21.0', 'Local')]).toEqual([
      2, 1, 1,
    ]);
  });
});

describe('the state of a backend', () => {
  const state = (
    ready: boolean,
    serving: boolean,
    terminating: boolean,
    version: Version,
    graceful = true,
  ) => {
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
    return backendState({ ready, serving, terminating }, { major, minor, patch }, graceful);
  };
  it.each(since(11))('is terminating while it still serves in v%s', (version) => {
    expect(state(false, true, true, version)).toBe('terminating');
  });
  it('was not followed before v1.11, nor up to v1.17 without graceful termination', () => {
    expect(state(false, true, true, '1.10.20')).toBeNull();
    expect(state(false, true, true, '1.16.5', false)).toBeNull();
  });
  it('is terminating-not-serving or maintenance since v1.18.5, and out of the list before', () => {
    for (const version of [...before(18), '1.18.2'] as const) {
      expect(state(false, false, true, version)).toBeNull();
      expect(state(false, false, false, version)).toBeNull();
    }
    for (const version of ['1.18.6', ...since(19)] as const) {
      expect(state(false, false, true, version)).toBe('terminating-not-serving');
      expect(state(false, true, false, version)).toBe('maintenance');
    }
  });
  it.each(versions)(
    'is active whenever it is ready in v%s: publishNotReadyAddresses says so through it',
    (version) => {
      expect(state(true, false, true, version)).toBe('active');
      expect(backendState({}, { major: 1, minor: minorOf(version), patch: 0 }, true)).toBe('active');
    },
  );
  it('is maintenance for an EndpointSlice of weight 0 since v1.20', () => {
    const endpointSlices = [endpointSlice({ annotations: { 'service.cilium.io/weight': '0' } })];
    expect(rows('1.19.1', { endpointSlices })[0]).not.toContain('maintenance');
    expect(rows('1.20.1', { endpointSlices })[0]).toContain('10.0.2.2:8080/TCP (maintenance)');
  });
});

describe('Services without rows', () => {
  it.each(versions)('are headless, of another proxy, or a name only in v%s', (version) => {
    const without: Partial<ServiceInput>[] = [
      { clusterIPs: ['None'] },
      { type: 'ExternalName' as const, clusterIPs: [] },
      { labels: { 'service.kubernetes.io/headless': '' } },
      { labels: { 'service.kubernetes.io/service-proxy-name': 'other' } },
    ];
    for (const change of without) {
      expect(rows(version, { services: [service(change)] })).toEqual([]);
    }
  });
  it('have no EndpointSlice at all, up to v1.17', () => {
    for (const version of before(18)) expect(rows(version, { endpointSlices: [] })).toEqual([]);
    for (const version of since(18)) {
      expect(rows(version, { endpointSlices: [] })).toEqual(['10.96.0.20:80/TCP ClusterIP']);
    }
  });
});

describe('what changes no row', () => {
  it.each(versions)('is affinity, an algorithm, a forwarding mode, delegation in v%s', (version) => {
    const annotations = {
      'service.cilium.io/lb-algorithm': 'maglev',
      'service.cilium.io/forwarding-mode': 'dsr',
      'service.cilium.io/proxy-delegation': 'delegate-if-local',
      'service.cilium.io/src-ranges-policy': 'deny',
    };
    expect(rows(version, { services: [service({ annotations })] })).toEqual(rows(version));
  });
  it.each(versions)(
    'is NAT46/64 in v%s: a Service gives a frontend backends of its own family only',
    (version) => {
      const endpointSlices = [
        endpointSlice(),
        endpointSlice({ name: 'web-2', addressType: 'IPv6', endpoints: [endpoint('fd00:1::10', 'node-1')] }),
      ];
      expect(rows(version, { settings: { ...settings, ipv6: true }, endpointSlices })).toEqual(rows(version));
    },
  );
  it.each(since(19))('is the wildcard entry of a VIP in v%s: it is in the BPF maps only', (version) => {
    expect(rows(version).join()).not.toMatch(/:0\/ANY/);
  });
});
