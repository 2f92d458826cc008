import { describe, expect, it } from 'vitest';
import { endpoint, endpointSlice, service } from './cluster.fixture';
import { before, rows, since } from './rows-of-version.fixture';

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
