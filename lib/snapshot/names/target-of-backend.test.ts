import { expect, test } from 'vitest';
import { endpoint, index, node, pod, slice } from '../snapshot.fixture';
import { targetOfBackend } from './target-of-backend';

const names = index({
  nodes: [node('a', { ips: ['192.0.2.1'], zone: 'z1' }), node('b', { ips: ['192.0.2.2', '198.51.100.2'] })],
  pods: [
    pod('web-1', '10.0.0.1'),
    pod('done', '10.0.0.2', { phase: 'Succeeded' }),
    pod('running', '10.0.0.2', { node: 'b' }),
    pod('leaving', '10.0.0.3', { terminating: true }),
    pod('arriving', '10.0.0.3'),
    pod('on-host', '192.0.2.1', { hostNetwork: true }),
  ],
  slices: [
    slice('kubernetes', [endpoint('192.0.2.2'), endpoint('172.16.0.9')], { namespace: 'default' }),
    slice('peer', [endpoint('192.0.2.1', { pod: { namespace: 'kube-system', name: 'cilium-x' } })]),
    slice('legacy', [endpoint('203.0.113.9')]),
    slice('fresh', [
      endpoint('10.0.0.9', { pod: { namespace: 'shop', name: 'new-1' }, nodeName: 'b', zone: 'z2' }),
    ]),
  ],
});

test('a pod, with its workload, node and zone', () => {
  expect(targetOfBackend(names, '10.0.0.1', 8080)).toEqual({
    kind: 'pod',
    namespace: 'shop',
    name: 'web-1',
    workload: 'web',
    node: 'a',
    zone: 'z1',
  });
});

test('of pods that shared an address, the one that lives', () => {
  expect(targetOfBackend(names, '10.0.0.2', 8080).name).toBe('running');
  expect(targetOfBackend(names, '10.0.0.3', 8080).name).toBe('arriving');
});

test('a process on a node, by the pod the API names', () => {
  expect(targetOfBackend(names, '192.0.2.1', 8080)).toMatchObject({
    kind: 'host',
    name: 'cilium-x',
    node: 'a',
    zone: 'z1',
  });
});

test('an API server, inside or outside the cluster', () => {
  expect(targetOfBackend(names, '172.16.0.9', 8080)).toMatchObject({
    kind: 'outside',
    name: 'API server',
    node: null,
  });
  expect(targetOfBackend(names, '192.0.2.2', 8080)).toMatchObject({
    kind: 'host',
    name: 'API server',
    node: 'b',
  });
  expect(targetOfBackend(names, '198.51.100.2', 8080)).toMatchObject({ kind: 'host', name: 'b', node: 'b' });
});

test('an address an EndpointSlice gives by hand', () => {
  expect(targetOfBackend(names, '203.0.113.9', 8080)).toMatchObject({ kind: 'outside', name: 'legacy-x1' });
});

test('a pod that only an EndpointSlice knows yet', () => {
  expect(targetOfBackend(names, '10.0.0.9', 8080)).toMatchObject({
    kind: 'pod',
    name: 'new-1',
    node: 'b',
    zone: 'z2',
  });
});

test('nothing the API knows, and another cluster’s pod', () => {
  expect(targetOfBackend(names, '10.0.0.77', 8080).kind).toBe('unknown');
  expect(targetOfBackend(names, '10.0.0.1@2', 8080).kind).toBe('unknown');
});

test('Envoy on the node (L7 rows since v1.20)', () => {
  expect(targetOfBackend(names, '127.0.0.1', 8080)).toMatchObject({
    kind: 'host',
    name: 'Envoy on the node',
  });
});

test('the port tells apart what shares a node’s address', () => {
  const agent = { namespace: 'kube-system', name: 'cilium-y' };
  const exporter = { namespace: 'metrics', name: 'exporter-y' };
  const shared = index({
    nodes: [node('b', { ips: ['192.0.2.2'] })],
    slices: [
      slice('kubernetes', [endpoint('192.0.2.2')], {
        namespace: 'default',
        ports: [{ name: 'https', port: 6443, protocol: 'TCP' }],
      }),
      slice('exporter', [endpoint('192.0.2.2', { pod: exporter })], {
        ports: [{ name: 'metrics', port: 9100, protocol: 'TCP' }],
      }),
      slice('peer', [endpoint('192.0.2.2', { pod: agent })], {
        ports: [{ name: 'peer', port: 4244, protocol: 'TCP' }],
      }),
    ],
  });
  expect(targetOfBackend(shared, '192.0.2.2', 6443).name).toBe('API server');
  expect(targetOfBackend(shared, '192.0.2.2', 4244).name).toBe('cilium-y');
  expect(targetOfBackend(shared, '192.0.2.2', 9100).name).toBe('exporter-y');
});
