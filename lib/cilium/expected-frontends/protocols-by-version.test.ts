import { describe, expect, it } from 'vitest';
import { endpointSlice, service, settings } from './cluster.fixture';
import { before, rows, since } from './rows-of-version.fixture';

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
