import { describe, expect, it } from 'vitest';
import { endpoint, endpointSlice, service, settings } from './cluster.fixture';
import type { ServiceInput } from './load-balancing-input';
import { before, rows, since, versions } from './rows-of-version.fixture';

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
