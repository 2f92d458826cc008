import { describe, expect, test } from 'vitest';
import { endpoint, frontend, index, merged, pod, service, slice } from '../snapshot.fixture';
import { mergeFrontend } from './merge-frontend';

const names = index({
  pods: [pod('web-1', '10.0.0.1'), pod('web-2', '10.0.0.2', { node: 'b' })],
  services: [service('web', { clusterIPs: ['10.96.0.1'] })],
  slices: [slice('web', [endpoint('10.0.0.1'), endpoint('10.0.0.2')])],
});

test('a row all nodes agree on is one frontend with all of them', () => {
  const row = frontend('10.96.0.1:80/TCP', ['10.0.0.2:8080/TCP', '10.0.0.1:8080/TCP']);
  const { view, expected } = merged(names, [['a', 'b', 'c'], row]);
  expect(view).toMatchObject({
    key: '10.96.0.1:80/TCP',
    service: { namespace: 'shop', name: 'web', portName: 'http' },
    nodes: ['a', 'b', 'c'],
    nodeLocal: false,
    ownBackends: false,
  });
  expect(view.backends.map(({ target }) => target.name)).toEqual(['web-1', 'web-2']);
  expect(expected?.map(({ ip }) => ip)).toEqual(['10.0.0.1', '10.0.0.2']);
});

test('where nodes differ, each backend names its nodes and the state most of them print', () => {
  const { view } = merged(
    names,
    [['a', 'c'], frontend('10.96.0.1:80/TCP', ['10.0.0.1:8080/TCP'])],
    [['b'], frontend('10.96.0.1:80/TCP', ['10.0.0.1:8080/TCP terminating', '10.0.0.2:8080/TCP'])],
  );
  expect(view.nodes).toEqual(['a', 'b', 'c']);
  expect(view.backends).toMatchObject([
    { ip: '10.0.0.1', state: 'active', statesDiffer: true, nodes: ['a', 'b', 'c'] },
    { ip: '10.0.0.2', state: 'active', statesDiffer: false, nodes: ['b'] },
  ]);
});

test('the order in which nodes answered makes no difference', () => {
  const one: Parameters<typeof merged>[1] = [['a'], frontend('10.96.0.1:80/TCP', ['10.0.0.1:8080/TCP'])];
  const other: Parameters<typeof merged>[1] = [['b'], frontend('10.96.0.1:80/TCP', ['10.0.0.2:8080/TCP'])];
  expect(merged(names, one, other).view).toEqual(merged(names, other, one).view);
});

test('a row nobody prints is none', () => {
  expect(mergeFrontend([], names, (nodes) => [...nodes])).toBeNull();
});

describe('rows that are some nodes’ own', () => {
  const local = (where: string, type: Parameters<typeof frontend>[2]) =>
    merged(names, [['a'], frontend(where, [], type)]).view.nodeLocal;

  test('a node port on a node’s address, and host ports', () => {
    expect(local('192.0.2.1:30080/TCP', { type: 'NodePort' })).toBe(true);
    expect(local('0.0.0.0:80/TCP', { type: 'HostPort' })).toBe(true);
  });

  test('not a node port on every address', () => {
    expect(local('0.0.0.0:30080/TCP', { type: 'NodePort' })).toBe(false);
    expect(local('[::]:30080/TCP', { type: 'NodePort' })).toBe(false);
    expect(local('10.96.0.1:80/TCP', {})).toBe(false);
  });
});

describe('backends that are a node’s own', () => {
  const own = (
    policies: Parameters<typeof service>[1],
    row: Parameters<typeof frontend>[2],
    hinted = false,
  ) => {
    const ports = [{ name: 'http', port: 80, protocol: 'TCP' as const, nodePort: 30080, targetPort: null }];
    const withPolicy = index({
      services: [service('web', { clusterIPs: ['10.96.0.1'], ports, ...policies })],
      slices: [slice('web', [endpoint('10.0.0.1', { hintZones: hinted ? ['a'] : [] })])],
    });
    const where = row?.type === 'NodePort' ? '0.0.0.0:30080/TCP' : '10.96.0.1:80/TCP';
    return merged(withPolicy, [['a'], frontend(where, [], row)]).view.ownBackends;
  };

  test('a node port under externalTrafficPolicy: Local, but not its inner scope', () => {
    expect(own({ externalTrafficPolicy: 'Local' }, { type: 'NodePort' })).toBe(true);
    expect(own({ externalTrafficPolicy: 'Local' }, { type: 'NodePort', scope: 'internal' })).toBe(false);
    expect(own({ externalTrafficPolicy: 'Local' }, {})).toBe(false);
  });

  test('a ClusterIP under internalTrafficPolicy: Local', () => {
    expect(own({ internalTrafficPolicy: 'Local' }, {})).toBe(true);
    expect(own({ internalTrafficPolicy: 'Cluster', externalTrafficPolicy: 'Cluster' }, {})).toBe(false);
  });

  test('endpoints that are hinted for zones', () => {
    expect(own({}, {}, true)).toBe(true);
  });

  test('local redirects and host ports', () => {
    expect(own({}, { type: 'LocalRedirect' })).toBe(true);
    expect(own({}, { type: 'HostPort' })).toBe(true);
  });
});
