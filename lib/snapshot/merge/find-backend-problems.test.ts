import { describe, expect, test } from 'vitest';
import type { Frontend } from '@/lib/cilium/frontend';
import type { NameIndex } from '../names/name-index';
import type { Endpoint } from '../objects/endpoint-slice-object';
import type { ServiceObject } from '../objects/service-object';
import { endpoint, frontend, index, merged, pod, service, slice } from '../snapshot.fixture';
import { findBackendProblems } from './find-backend-problems';

function cluster(endpoints: Endpoint[] | null, rest: Partial<ServiceObject> = {}): NameIndex {
  return index({
    pods: [pod('web-1', '10.0.0.1')],
    services: [service('web', { clusterIPs: ['10.96.0.1'], ...rest })],
    slices: endpoints === null ? [] : [slice('web', endpoints)],
  });
}

function problems(
  names: NameIndex,
  backends: string[],
  rest: Partial<Frontend> = {},
  where = '10.96.0.1:80/TCP',
  fresh = ['a', 'b'],
) {
  const row = merged(names, [['a', 'b'], frontend(where, backends, rest)]);
  return findBackendProblems(names, row, new Set(fresh)).map(({ kind, nodes, text }) => ({
    kind,
    text: text(nodes),
  }));
}

const kinds = (...given: Parameters<typeof problems>) => problems(...given).map(({ kind }) => kind);

test('a row with its backends has no problem', () => {
  expect(problems(cluster([endpoint('10.0.0.1')]), ['10.0.0.1:8080/TCP'])).toEqual([]);
});

describe('no backends', () => {
  test.each([
    ['no pod matches the selector', null, {}, 'no pod matches the selector of shop/web'],
    [
      'endpoints that are not ready',
      [endpoint('10.0.0.1', { ready: false, serving: false })],
      {},
      'none of the 1 endpoints',
    ],
    ['endpoints the agents do not have', [endpoint('10.0.0.1')], {}, 'the API lists 1 usable endpoints'],
    [
      'no selector but endpoints by hand',
      [endpoint('203.0.113.1')],
      { hasSelector: false },
      'the API lists 1 usable',
    ],
  ])('is a problem with %s', (_what, endpoints, rest, words) => {
    const [found] = problems(cluster(endpoints, rest), []);
    expect(found).toMatchObject({ kind: 'no-backends' });
    expect(found?.text).toContain(words);
  });

  test('is none where nobody says that there should be some', () => {
    expect(kinds(cluster(null, { hasSelector: false }), [])).toEqual([]);
  });

  test('is none of a Service that Envoy serves', () => {
    expect(kinds(cluster([endpoint('192.192.192.192')], { hasSelector: false }), [])).toEqual([]);
  });

  test('cannot be told where the Service or its endpoints are not known', () => {
    expect(kinds(index({}), [])).toEqual([]);
    const names = cluster(null);
    names.known.delete('endpointslices');
    expect(kinds(names, [])).toEqual([]);
  });
});

describe('no active backend', () => {
  const names = cluster([endpoint('10.0.0.1'), endpoint('10.0.0.2')]);
  test('is told with the states there are', () => {
    const found = problems(names, ['10.0.0.1:8080/TCP terminating', '10.0.0.2:8080/TCP maintenance']);
    expect(found).toEqual([
      { kind: 'no-active-backend', text: 'No backend is active: all 2 are terminating, maintenance.' },
    ]);
  });

  test('is not told where one is active, or states are not printed', () => {
    expect(kinds(names, ['10.0.0.1:8080/TCP terminating', '10.0.0.2:8080/TCP'])).toEqual([]);
    expect(kinds(names, ['10.0.0.1:8080/TCP -', '10.0.0.2:8080/TCP -'])).toEqual([]);
  });
});

test('a quarantined backend is named', () => {
  const names = cluster([endpoint('10.0.0.1'), endpoint('10.0.0.2')]);
  const found = problems(names, ['10.0.0.1:8080/TCP quarantined', '10.0.0.2:8080/TCP']);
  expect(found).toEqual([
    {
      kind: 'quarantined-backend',
      text: 'web-1 (10.0.0.1:8080/TCP) is quarantined on nodes a and b: health checks fail.',
    },
  ]);
});

describe('a leftover backend', () => {
  const names = cluster([endpoint('10.0.0.1')]);
  test('is one no EndpointSlice of its Service has', () => {
    const [found] = problems(names, ['10.0.0.1:8080/TCP', '10.0.0.66:8080/TCP']);
    expect(found).toEqual({
      kind: 'leftover-backend',
      text: 'Nodes a and b still have the backend 10.0.0.66:8080/TCP, which no EndpointSlice of shop/web has.',
    });
  });

  test('may be a live pod on a port that the Service no longer has', () => {
    expect(kinds(names, ['10.0.0.1:9999/TCP'])).toEqual(['leftover-backend']);
  });

  test('is not one that is terminating and still listed', () => {
    const listed = cluster([endpoint('10.0.0.1'), endpoint('10.0.0.2', { ready: false, terminating: true })]);
    expect(kinds(listed, ['10.0.0.1:8080/TCP', '10.0.0.2:8080/TCP terminating'])).toEqual([]);
  });

  test('is not one of another cluster', () => {
    const global = cluster([endpoint('10.0.0.1')], { annotations: { 'service.cilium.io/global': 'true' } });
    expect(kinds(global, ['10.0.0.1:8080/TCP', '10.9.0.1:8080/TCP'])).toEqual([]);
    expect(kinds(names, ['10.0.0.1@3:8080/TCP'])).toEqual([]);
    expect(kinds(names, ['10.9.0.1:8080/TCP'], { remote: true })).toEqual([]);
  });

  test('of a row without Service is one nothing of the API has', () => {
    const where = '0.0.0.0:80/TCP';
    expect(kinds(names, ['10.0.0.1:80/TCP'], { type: 'HostPort' }, where)).toEqual([]);
    expect(kinds(names, ['10.0.0.77:80/TCP'], { type: 'HostPort' }, where)).toEqual(['leftover-backend']);
  });

  test('cannot be told where pods may not be listed', () => {
    const blind = cluster(null);
    blind.known.delete('pods');
    expect(kinds(blind, ['10.0.0.77:80/TCP'], { type: 'HostPort' }, '0.0.0.0:80/TCP')).toEqual([]);
  });

  test('is not Envoy on the node', () => {
    expect(kinds(names, ['127.0.0.1:10000/TCP'])).toEqual([]);
  });
});

describe('an agent that is silent', () => {
  const names = cluster([endpoint('10.0.0.1')]);
  const where = '10.96.0.1:80/TCP';
  test('accuses nobody with what it said before', () => {
    expect(problems(names, ['10.0.0.66:8080/TCP'], {}, where, [])).toEqual([]);
    expect(problems(cluster(null), [], {}, where, [])).toEqual([]);
  });

  test('is not named among those that are wrong now', () => {
    expect(problems(names, ['10.0.0.66:8080/TCP'], {}, where, ['b'])[0]?.text).toMatch(/^Node b still has/);
  });
});
