import { describe, expect, test } from 'vitest';
import type { Frontend } from '@/lib/cilium/frontend';
import type { NameIndex } from '../names/name-index';
import type { Endpoint } from '../objects/endpoint-slice-object';
import type { ServiceObject } from '../objects/service-object';
import { endpoint, frontend, index, merged, pod, service, slice } from '../snapshot.fixture';
import { findDeadEnds } from './find-dead-ends';

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
  return findDeadEnds(names, row, new Set(fresh)).map(({ kind, text }) => ({ kind, text }));
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
  ])('is a problem with %s', (_what, endpoints, rest, words) => {
    const [found] = problems(cluster(endpoints, rest), []);
    expect(found).toMatchObject({ kind: 'no-backends' });
    expect(found?.text).toContain(words);
  });

  test('is none where nobody says that there should be some', () => {
    expect(kinds(cluster(null, { hasSelector: false }), [])).toEqual([]);
  });

  test('is none of the Service where it has usable endpoints: that agents lack them is a divergence', () => {
    expect(kinds(cluster([endpoint('10.0.0.1')]), [])).toEqual([]);
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

test('an agent that is silent accuses nobody with what it said before', () => {
  expect(problems(cluster(null), [], {}, '10.96.0.1:80/TCP', [])).toEqual([]);
});
