import { expect, test } from 'vitest';
import { backendFixture, frontendFixture } from '../frontend.fixture';
import { groupFrontends, owners } from '../map/service-block';
import { inFrozenOrder, policyWords, tableRows } from './table-row';

test('rows stand by namespace, Service and address, node addresses included', () => {
  const rows = [
    frontendFixture('192.168.8.11', { type: 'NodePort', port: 30598 }),
    frontendFixture('0.0.0.0', { type: 'NodePort', port: 30598 }),
    frontendFixture('10.96.0.9', { service: { namespace: 'a', name: 'z', portName: null } }),
  ];
  expect(tableRows(groupFrontends(rows, owners(rows))).map(({ view }) => view.ip)).toEqual([
    '10.96.0.9',
    '0.0.0.0',
    '192.168.8.11',
  ]);
});

test('states are counted, what serves first', () => {
  const backends = [
    backendFixture('10.1.0.3', { state: 'terminating' }),
    backendFixture('10.1.0.1'),
    backendFixture('10.1.0.2'),
    backendFixture('10.1.0.4', { state: null }),
  ];
  const rows = [frontendFixture('10.96.0.1', { backends })];
  expect(tableRows(groupFrontends(rows, owners(rows)))[0]?.states).toEqual([
    { mark: 'active', count: 2 },
    { mark: 'terminating', count: 1 },
    { mark: 'unknown', count: 1 },
  ]);
});

test('only what is not the default is a policy', () => {
  expect(policyWords(frontendFixture('10.96.0.1'))).toBe('');
  expect(policyWords(frontendFixture('10.96.0.1', { ownBackends: true, scope: 'internal' }))).toBe(
    'own per node, internal scope',
  );
});

test('while frozen, rows keep their order and new ones follow', () => {
  const rows = ['new', 'c', 'a', 'b'].map((id) => ({ id }));
  expect(inFrozenOrder(rows, ['a', 'b', 'gone', 'c']).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'new']);
  expect(inFrozenOrder(rows, null).map(({ id }) => id)).toEqual(['new', 'c', 'a', 'b']);
});
