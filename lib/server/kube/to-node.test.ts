import { expect, test } from 'vitest';
import { toNode } from './to-node';

test('a Node: its addresses and its zone, by the old label too', () => {
  const node = (labels: object) =>
    toNode({
      metadata: { name: 'a', labels },
      spec: { providerID: 'aws:///us-east-1a/i-0a1b2c' },
      status: {
        addresses: [
          { type: 'InternalIP', address: '192.0.2.1' },
          { type: 'Hostname', address: 'a' },
          { type: 'ExternalIP', address: '198.51.100.1' },
        ],
        conditions: [{ type: 'Ready', status: 'True' }],
      },
    });
  expect(node({ 'topology.kubernetes.io/zone': 'z1' })).toEqual({
    name: 'a',
    kernel: null,
    ips: ['192.0.2.1', '198.51.100.1'],
    internalIPs: ['192.0.2.1'],
    zone: 'z1',
    labels: { 'topology.kubernetes.io/zone': 'z1' },
    ready: true,
    provider: 'aws',
  });
  expect(node({ 'failure-domain.beta.kubernetes.io/zone': 'z2' })?.zone).toBe('z2');
});
