import { describe, expect, it } from 'vitest';
import { pod, service, settings } from './cluster.fixture';
import type { LoadBalancingInput } from './load-balancing-input';
import type { Version } from './rows-of-version.fixture';
import { addresses, before, rows, since, sorted } from './rows-of-version.fixture';

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
