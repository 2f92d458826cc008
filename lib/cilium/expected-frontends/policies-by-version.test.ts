import { describe, expect, it } from 'vitest';
import { endpoint, endpointSlice, node, service, settings } from './cluster.fixture';
import type { LoadBalancingInput } from './load-balancing-input';
import type { Version } from './rows-of-version.fixture';
import { before, rows, since, versions } from './rows-of-version.fixture';

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
