import { problemFixture } from '@/lib/snapshot/problem.fixture';
import { describe, expect, test } from 'vitest';
import { backendFixture, frontendFixture } from '../frontend.fixture';
import { countFacets } from './facets';
import { indexFrontends } from './frontend-index';
import type { ServicesFilter } from './match-frontends';
import { isFiltered, matchFrontends, shownFrontends } from './match-frontends';

const none: ServicesFilter = { q: '', type: [], state: [], ns: [], node: [], problems: false };
const gone = {
  kind: 'unknown',
  namespace: null,
  name: null,
  workload: null,
  node: null,
  zone: null,
} as const;
const leftover = [problemFixture('leftover-backend', { backend: '10.1.0.9:8080/TCP', nodes: ['b'] })];

const rows = [
  frontendFixture('10.96.0.1', {
    backends: [backendFixture('10.1.0.1'), backendFixture('10.1.0.2', { state: 'terminating' })],
  }),
  frontendFixture('0.0.0.0', { type: 'NodePort', port: 30598, backends: [backendFixture('10.1.0.1')] }),
  frontendFixture('10.96.0.9', {
    service: { namespace: 'kube-system', name: 'kube-dns', portName: 'dns' },
    port: 53,
    nodes: ['b'],
    problems: leftover,
    backends: [backendFixture('10.1.0.9', { target: gone, nodes: ['b'] })],
  }),
];
const index = indexFrontends(rows);
const found = (filter: Partial<ServicesFilter>) =>
  shownFrontends(index, matchFrontends(index, { ...none, ...filter })).map(({ ip }) => ip);
const facets = (filter: ServicesFilter) => countFacets(index, matchFrontends(index, filter), filter);

describe('matchFrontends', () => {
  test('without a filter everything is there', () => expect(found({})).toHaveLength(3));
  test.each([
    ['10.1.0.2', ['10.96.0.1']],
    [':30598', ['0.0.0.0']],
    ['KUBE-DNS', ['10.96.0.9']],
    ['shop/web', ['10.96.0.1', '0.0.0.0']],
    ['web-10.1.0.2', ['10.96.0.1']],
    ['shop 30598', ['0.0.0.0']],
    ['nowhere', []],
  ])('finds %j by name, address, port or pod', (q, expected) => expect(found({ q })).toEqual(expected));
  test('choices of one kind add up, kinds narrow', () => {
    expect(found({ type: ['ClusterIP', 'NodePort'] })).toHaveLength(3);
    expect(found({ type: ['ClusterIP'], ns: ['shop'] })).toEqual(['10.96.0.1']);
    expect(found({ node: ['b'], problems: true })).toEqual(['10.96.0.9']);
  });
  test('leftover is a state of its own: such a backend is not counted as active', () => {
    expect(found({ state: ['leftover'] })).toEqual(['10.96.0.9']);
    expect(found({ state: ['active'] })).toEqual(['10.96.0.1', '0.0.0.0']);
  });
});

describe('countFacets', () => {
  test('counts frontends by type, and different backends by state', () => {
    const { types, states, problems } = facets(none);
    expect(types).toEqual([
      { value: 'ClusterIP', count: 2 },
      { value: 'NodePort', count: 1 },
    ]);
    expect(states).toEqual([
      { value: 'active', count: 1 },
      { value: 'terminating', count: 1 },
      { value: 'leftover', count: 1 },
    ]);
    expect(problems).toBe(1);
  });
  test('a choice counts what it would leave: its own kind is not applied to it', () => {
    const { types } = facets({ ...none, type: ['NodePort'], ns: ['shop'] });
    expect(types).toEqual([
      { value: 'ClusterIP', count: 1 },
      { value: 'NodePort', count: 1 },
    ]);
  });
});

test('blanks alone are no filter', () => expect(isFiltered({ ...none, q: '  ' })).toBe(false));
