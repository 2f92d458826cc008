import { describe, expect, it } from 'vitest';
import { formatL3n4Addr } from '../l3n4-addr';
import { endpointSlice, node, pod, service, settings } from './cluster.fixture';
import { doubtOnRow } from './doubt-on-row';
import { expectedFrontends } from './expected-frontends';
import type { LoadBalancingInput, PodInput, RedirectPolicyInput } from './load-balancing-input';

const selector = { matchLabels: { app: 'proxy' }, matchExpressions: [] };
const tcp = (port: number, name = '') => ({ name, port, protocol: 'TCP' as const });
const udp = (port: number, name = '') => ({ name, port, protocol: 'UDP' as const });

const policy: RedirectPolicyInput = {
  namespace: 'shop',
  name: 'near',
  frontend: { serviceName: 'web', ports: [] },
  backend: { selector, ports: [tcp(8081)] },
  nodeSelector: null,
};
const proxy = pod({ containerPorts: [tcp(8081)] });

/** As the tests of pkg/loadbalancer/redirectpolicy (testdata/service.txtar): two ports, by their names. */
const twoPorts = {
  services: [
    service({
      ports: [
        { name: 'tcp', port: 8080, protocol: 'TCP' as const, nodePort: 0 },
        { name: 'udp', port: 7070, protocol: 'UDP' as const, nodePort: 0 },
      ],
    }),
  ],
  endpointSlices: [endpointSlice({ ports: [tcp(8080, 'tcp'), udp(7070, 'udp')] })],
  redirectPolicies: [{ ...policy, backend: { selector, ports: [tcp(80, 'tcp'), udp(70, 'udp')] } }],
  pods: [pod({ containerPorts: [tcp(80, 'tcp'), udp(70, 'udp')] })],
};

function input(minor: number, patch: number, more: Partial<LoadBalancingInput>): LoadBalancingInput {
  return {
    version: { major: 1, minor, patch },
    settings,
    node,
    services: [service()],
    endpointSlices: [endpointSlice()],
    pods: [proxy],
    redirectPolicies: [policy],
    ...more,
  };
}

function rows(minor: number, patch: number, more: Partial<LoadBalancingInput> = {}): string[] {
  return expectedFrontends(input(minor, patch, more))
    .map((row) => {
      const doubt = row.doubt === null ? '' : ` ?${row.doubt.about}: ${row.doubt.reason}`;
      const backends = row.backends.map((backend) => ` ${formatL3n4Addr(backend)}`).join('');
      return `${formatL3n4Addr(row)} ${row.type}${backends}${doubt}`;
    })
    .sort();
}

describe('a CiliumLocalRedirectPolicy on a Service', () => {
  it.each([10, 13, 16])('turns the cluster IP to the node’s own pod in v1.%s', (minor) => {
    expect(rows(minor, 4)).toEqual(['10.96.0.20:80 LocalRedirect 10.0.1.30:8081']);
  });
  it.each([17, 18, 19, 21])('turns the cluster IP to the node’s own pod in v1.%s, with protocol', (minor) => {
    expect(rows(minor, 4)).toEqual(['10.96.0.20:80/TCP LocalRedirect 10.0.1.30:8081/TCP']);
  });
  it.each([17, 18, 21])('matches two ports by their names in v1.%s', (minor) => {
    expect(rows(minor, 4, twoPorts)).toEqual([
      '10.96.0.20:7070/UDP LocalRedirect 10.0.1.30:70/UDP',
      '10.96.0.20:8080/TCP LocalRedirect 10.0.1.30:80/TCP',
    ]);
  });
  it('reads further ports of a pod over where ports go by their names', () => {
    const containerPorts = [tcp(80, 'tcp'), udp(70, 'udp'), tcp(9253, 'metrics')];
    expect(rows(18, 6, { ...twoPorts, pods: [pod({ containerPorts })] })).toEqual(rows(18, 6, twoPorts));
  });
  it('leaves a port alone that it does not name', () => {
    const [both] = twoPorts.redirectPolicies;
    const one = { ...policy, ...both, backend: { selector, ports: [tcp(80, 'other'), udp(70, 'udp')] } };
    const printed = rows(21, 0, { ...twoPorts, redirectPolicies: [one] });
    expect(printed[1]).toMatch(/^10\.96\.0\.20:8080\/TCP ClusterIP/);
    expect(printed[0]).toMatch(/^10\.96\.0\.20:7070\/UDP LocalRedirect/);
    const wanted = { ...one, frontend: { serviceName: 'web', ports: [udp(7070)] } };
    expect(rows(21, 0, { ...twoPorts, redirectPolicies: [wanted] })[1]).toMatch(/8080\/TCP ClusterIP/);
  });
  it('leaves the Service as it is on a node without pods of it; early v1.18 cannot be judged', () => {
    const elsewhere = { pods: [{ ...proxy, nodeName: 'node-2' }] };
    const plain = '10.96.0.20:80/TCP ClusterIP 10.0.1.10:8080/TCP 10.0.2.2:8080/TCP';
    expect(rows(17, 4, elsewhere)).toEqual([plain]);
    expect(rows(19, 0, elsewhere)).toEqual([plain]);
    expect(rows(18, 1, elsewhere)).toEqual([`${plain} ?row: redirect-detail`]);
  });
  it('turns cluster IPs only: of Services of type ClusterIP up to v1.17, of all types since', () => {
    const services = [
      service({ type: 'NodePort', ports: [{ name: 'http', port: 80, protocol: 'TCP', nodePort: 30080 }] }),
    ];
    expect(rows(17, 4, { services }).join()).not.toContain('LocalRedirect');
    const printed = rows(18, 6, { services });
    expect(printed.filter((row) => row.includes('LocalRedirect'))).toHaveLength(1);
    expect(printed[0]).toMatch(/^0\.0\.0\.0:30080\/TCP NodePort 10\.0\.1\.10/);
  });
  it('does nothing where policies are off', () => {
    const off = { settings: { ...settings, localRedirectPolicies: false } };
    expect(rows(21, 0, off).join()).not.toContain('LocalRedirect');
  });
  it.each<[string, Partial<PodInput>, Partial<RedirectPolicyInput>]>([
    ['a pod is not ready', { ready: false }, {}],
    ['a pod declares other ports', { containerPorts: [tcp(8081), tcp(9090)] }, {}],
    ['it has a node selector', {}, { nodeSelector: selector }],
  ])('cannot be judged where %s', (_case, ofPod, ofPolicy) => {
    const more = { pods: [{ ...proxy, ...ofPod }], redirectPolicies: [{ ...policy, ...ofPolicy }] };
    expect(rows(18, 6, more)[0]).toContain('?row: redirect-detail');
  });
  it('cannot be judged where two policies take one Service', () => {
    const redirectPolicies = [policy, { ...policy, name: 'nearer' }];
    expect(rows(21, 0, { redirectPolicies })[0]).toContain('?row: claimed-twice');
  });
});

describe('a CiliumLocalRedirectPolicy on an address', () => {
  const onAddress = {
    services: [],
    redirectPolicies: [{ ...policy, frontend: { ip: '169.254.169.254', ports: [tcp(80)] } }],
  };
  it.each([10, 16, 17, 19, 21])('is a row of its own where a pod runs in v1.%s', (minor) => {
    const protocol = minor < 17 ? '' : '/TCP';
    expect(rows(minor, 0, onAddress)).toEqual([
      `169.254.169.254:80${protocol} LocalRedirect 10.0.1.30:8081${protocol}`,
    ]);
    expect(rows(minor, 0, { ...onAddress, pods: [] })).toEqual([]);
  });
  it('is called after the policy', () => {
    const name = (minor: number) => expectedFrontends(input(minor, 0, onAddress))[0]?.name;
    expect([name(17), name(19)]).toEqual(['near-local-redirect', 'near:local-redirect']);
  });
  it('cannot be judged where a Service has the address', () => {
    const services = [service({ clusterIPs: ['169.254.169.254'] })];
    expect(rows(21, 0, { ...onAddress, services })).toEqual([
      '169.254.169.254:80/TCP LocalRedirect 10.0.1.30:8081/TCP ?row: claimed-twice',
    ]);
  });
});

describe('a row that an agent has', () => {
  const table = { ...input(16, 0, {}), nodes: [node] };
  const clusterIP = expectedFrontends(input(16, 0, { redirectPolicies: [] }))[0];
  const row = (type: 'LocalRedirect' | 'HostPort' | 'NodePort' | 'ClusterIP', remote = false) => ({
    type,
    remote,
  });

  it('can be judged where everything is known', () => {
    for (const type of ['LocalRedirect', 'HostPort', 'NodePort', 'ClusterIP'] as const) {
      expect(doubtOnRow(row(type), undefined, table, node)).toBeNull();
    }
    expect(doubtOnRow(row('ClusterIP'), clusterIP, table, node)).toBeNull();
  });
  it('cannot where its source may not be read', () => {
    const unread = { ...table, redirectPolicies: null, pods: null };
    expect(doubtOnRow(row('LocalRedirect'), clusterIP, unread, node)?.reason).toBe('policies-unread');
    expect(doubtOnRow(row('LocalRedirect'), clusterIP, { ...table, pods: null }, node)?.reason).toBe(
      'pods-unread',
    );
    expect(doubtOnRow(row('HostPort'), undefined, unread, node)?.reason).toBe('pods-unread');
    expect(doubtOnRow(row('ClusterIP'), clusterIP, unread, node)).toBeNull();
  });
  it('cannot where it is another cluster’s, or on an address of the node that is not known', () => {
    expect(doubtOnRow(row('ClusterIP', true), undefined, table, node)?.reason).toBe('remote-clusters');
    const unknown = { ...node, nodePortAddresses: null };
    expect(doubtOnRow(row('NodePort'), undefined, table, unknown)?.reason).toBe('node-address-unknown');
    const newer = { ...table, version: { major: 1, minor: 18, patch: 0 } };
    expect(doubtOnRow(row('NodePort'), undefined, newer, unknown)).toBeNull();
  });
});
