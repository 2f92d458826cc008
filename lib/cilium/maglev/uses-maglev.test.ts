import { expect, test } from 'vitest';
import { usesMaglev } from './uses-maglev';

test('Maglev chooses for clients outside only', () => {
  const choice = { algorithm: 'maglev', annotation: null, externalClusterIP: false } as const;
  const of = (type: 'NodePort' | 'ClusterIP' | 'LoadBalancer', ip: string, over = {}) =>
    usesMaglev({ type, ip, scope: 'external' }, { ...choice, ...over });
  expect(of('LoadBalancer', '203.0.113.10')).toBe(true);
  expect(of('NodePort', '192.0.2.11')).toBe(true);
  expect(of('NodePort', '0.0.0.0')).toBe(false);
  expect(of('NodePort', '::', { annotation: 'maglev' })).toBe(false);
  expect(of('ClusterIP', '10.96.0.1')).toBe(false);
  expect(of('ClusterIP', '10.96.0.1', { externalClusterIP: true })).toBe(true);
  expect(of('LoadBalancer', '203.0.113.10', { annotation: 'random' })).toBe(false);
  expect(of('LoadBalancer', '203.0.113.10', { algorithm: 'random', annotation: 'maglev' })).toBe(true);
  expect(usesMaglev({ type: 'LoadBalancer', ip: '203.0.113.10', scope: 'internal' }, choice)).toBe(false);
});
