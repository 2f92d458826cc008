import { describe, expect, it } from 'vitest';
import { formatL3n4Addr } from '../l3n4-addr';
import { backendState } from './backend-state';
import { expectedFrontends } from './expected-frontends';
import type {
  EndpointSliceInput,
  LoadBalancingInput,
  LoadBalancingSettings,
  ServiceInput,
} from './load-balancing-input';

const settings: LoadBalancingSettings = {
  nodePort: true,
  hostPort: true,
  externalIPs: true,
  ipv4: true,
  ipv6: false,
  nodePortRange: { min: 30000, max: 32767 },
  gracefulTermination: true,
  serviceTopology: false,
  protocolDifferentiation: true,
  serviceProxyName: '',
};

const dns: ServiceInput = {
  namespace: 'kube-system',
  name: 'kube-dns',
  type: 'NodePort',
  clusterIPs: ['10.96.0.10'],
  externalIPs: [],
  ingress: [],
  ports: [
    { name: 'dns', port: 53, protocol: 'UDP', nodePort: 30053 },
    { name: 'dns-tcp', port: 53, protocol: 'TCP', nodePort: 30053 },
  ],
  externalTrafficPolicy: 'Cluster',
  internalTrafficPolicy: 'Cluster',
  healthCheckNodePort: 0,
  trafficDistribution: null,
  annotations: {},
  labels: {},
};

const slice: EndpointSliceInput = {
  namespace: 'kube-system',
  name: 'kube-dns-1',
  serviceName: 'kube-dns',
  addressType: 'IPv4',
  ports: [
    { name: 'dns', port: 5353, protocol: 'UDP' },
    { name: 'dns-tcp', port: 5353, protocol: 'TCP' },
  ],
  endpoints: ['10.0.1.10', '10.0.2.2'].map((ip, index) => ({
    addresses: [ip],
    ready: true,
    nodeName: `node-${index + 1}`,
    zone: null,
    hintZones: [],
    hintNodes: [],
  })),
};

function rows(minor: number, patch: number, more: Partial<LoadBalancingInput> = {}): string[] {
  return expectedFrontends({
    version: { major: 1, minor, patch },
    settings,
    node: {
      name: 'node-1',
      labels: {},
      zone: null,
      nodePortAddresses: ['192.0.2.11', '198.51.100.11'],
      addresses: ['192.0.2.11', '198.51.100.11'],
    },
    services: [dns],
    endpointSlices: [slice],
    hostPortPods: [],
    ...more,
  }).map((row) => {
    const hidden = row.hiddenCopies === 0 ? '' : ` +${row.hiddenCopies}`;
    return `${formatL3n4Addr(row)} ${row.type} ${row.backends.map(formatL3n4Addr).join(' ')}${hidden}`.trim();
  });
}

describe('the rows of a NodePort Service with UDP and TCP on one port', () => {
  it('are one a port, without protocol, and one a node address, up to v1.16', () => {
    expect(rows(16, 5)).toEqual([
      '10.96.0.10:53 ClusterIP 10.0.1.10:5353 10.0.2.2:5353',
      '192.0.2.11:30053 NodePort 10.0.1.10:5353 10.0.2.2:5353',
      '198.51.100.11:30053 NodePort 10.0.1.10:5353 10.0.2.2:5353',
      '0.0.0.0:30053 NodePort 10.0.1.10:5353 10.0.2.2:5353',
    ]);
  });
  it('are one a protocol and node address in v1.17', () => {
    const printed = rows(17, 7);
    expect(printed).toHaveLength(8);
    expect(printed).toContain('10.96.0.10:53/UDP ClusterIP 10.0.1.10:5353/UDP 10.0.2.2:5353/UDP');
    expect(printed).toContain('198.51.100.11:30053/TCP NodePort 10.0.1.10:5353/TCP 10.0.2.2:5353/TCP');
  });
  it('are of all protocols at once in v1.17 where protocols are not told apart', () => {
    const printed = rows(17, 7, { settings: { ...settings, protocolDifferentiation: false } });
    expect(printed[0]).toBe('10.96.0.10:53/ANY ClusterIP 10.0.1.10:5353/ANY 10.0.2.2:5353/ANY');
  });
  it('are the wildcard only, which hides a copy for each node address, since v1.18', () => {
    expect(rows(18, 2)).toEqual([
      '0.0.0.0:30053/TCP NodePort 10.0.1.10:5353/TCP 10.0.2.2:5353/TCP +2',
      '0.0.0.0:30053/UDP NodePort 10.0.1.10:5353/UDP 10.0.2.2:5353/UDP +2',
      '10.96.0.10:53/TCP ClusterIP 10.0.1.10:5353/TCP 10.0.2.2:5353/TCP',
      '10.96.0.10:53/UDP ClusterIP 10.0.1.10:5353/UDP 10.0.2.2:5353/UDP',
    ]);
  });
});

describe('two policies that differ', () => {
  it('make two rows of a node port, the local one with the node’s own backends', () => {
    const services = [{ ...dns, ports: dns.ports.slice(0, 1), externalTrafficPolicy: 'Local' as const }];
    expect(rows(18, 2, { services })).toEqual([
      '0.0.0.0:30053/UDP NodePort 10.0.1.10:5353/UDP +2',
      '0.0.0.0:30053/UDP/i NodePort 10.0.1.10:5353/UDP 10.0.2.2:5353/UDP +2',
      '10.96.0.10:53/UDP ClusterIP 10.0.1.10:5353/UDP 10.0.2.2:5353/UDP',
    ]);
  });
});

describe('a pod with a host port', () => {
  const hostPortPods = [
    {
      namespace: 'edge',
      name: 'proxy',
      uid: 'u1',
      ips: ['10.0.1.30'],
      hostPorts: [
        { hostPort: 443, containerPort: 8443, protocol: 'TCP' as const, hostIP: '' },
        { hostPort: 30500, containerPort: 9000, protocol: 'TCP' as const, hostIP: '' },
        { hostPort: 9100, containerPort: 9100, protocol: 'TCP' as const, hostIP: '192.0.2.11' },
      ],
    },
  ];
  it('has rows on every node address up to v1.17, and none for a port of the NodePort range', () => {
    expect(rows(13, 4, { services: [], hostPortPods })).toEqual([
      '192.0.2.11:443 HostPort 10.0.1.30:8443',
      '198.51.100.11:443 HostPort 10.0.1.30:8443',
      '0.0.0.0:443 HostPort 10.0.1.30:8443',
      '192.0.2.11:9100 HostPort 10.0.1.30:9100',
    ]);
  });
  it('has the wildcard row, and the one of its host IP, since v1.18', () => {
    expect(rows(18, 2, { services: [], hostPortPods })).toEqual([
      '0.0.0.0:443/TCP HostPort 10.0.1.30:8443/TCP +2',
      '192.0.2.11:9100/TCP HostPort 10.0.1.30:9100/TCP',
    ]);
  });
});

describe('the state of a backend', () => {
  const version = (minor: number, patch = 0) => ({ major: 1, minor, patch });
  const state = (
    ready: boolean,
    serving: boolean,
    terminating: boolean,
    minor: number,
    patch = 0,
    graceful = true,
  ) => backendState({ ready, serving, terminating }, version(minor, patch), graceful);
  it('is terminating while it still serves, in every version with graceful termination', () => {
    for (const minor of [13, 16, 17, 18, 19]) expect(state(false, true, true, minor)).toBe('terminating');
    expect(state(false, true, true, 16, 0, false)).toBeNull();
  });
  it('is terminating-not-serving since v1.18.5, and out of the list before', () => {
    expect(state(false, false, true, 18, 4)).toBeNull();
    expect(state(false, false, true, 18, 5)).toBe('terminating-not-serving');
    expect(state(false, false, true, 19)).toBe('terminating-not-serving');
  });
  it('is maintenance for an endpoint that is not ready since v1.18.5, and out of the list before', () => {
    expect(state(false, false, false, 17)).toBeNull();
    expect(state(false, false, false, 19)).toBe('maintenance');
  });
  it('is active for an endpoint without conditions', () => {
    expect(backendState({}, version(16), true)).toBe('active');
  });
});

describe('Services that have no row', () => {
  it('are headless, of another proxy, or a name only', () => {
    const none: Partial<ServiceInput>[] = [
      { clusterIPs: ['None'] },
      { type: 'ExternalName', clusterIPs: [] },
      { labels: { 'service.kubernetes.io/service-proxy-name': 'other' } },
    ];
    for (const change of none) expect(rows(18, 2, { services: [{ ...dns, ...change }] })).toEqual([]);
  });
});

describe('kube-proxy replacement off', () => {
  it('leaves cluster IPs up to v1.18, and load balancer IPs beside them since v1.19', () => {
    const off = { ...settings, nodePort: false, hostPort: false, externalIPs: false };
    const balanced: ServiceInput = {
      ...dns,
      type: 'LoadBalancer',
      ports: dns.ports.slice(0, 1),
      ingress: [{ ip: '203.0.113.9', ipMode: 'VIP' }],
    };
    const printed = (minor: number): string[] =>
      rows(minor, 0, { settings: off, services: [balanced] }).map((row) => row.split(' ')[0] ?? '');
    expect(printed(18)).toEqual(['10.96.0.10:53/UDP']);
    expect(printed(19)).toEqual(['10.96.0.10:53/UDP', '203.0.113.9:53/UDP']);
  });
});
