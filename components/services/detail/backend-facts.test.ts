import { expect, test } from 'vitest';
import { backendFixture } from '../frontend.fixture';
import { backendFacts } from './backend-facts';

const api = {
  ...{ ip: '10.1.0.1', port: 8080, ready: true, serving: true, terminating: false },
  ...{ node: 'a', zone: 'z1', hinted: false, weight: null },
};
const row = (over = {}) => ({ ip: '10.1.0.1', port: 8080, backend: backendFixture('10.1.0.1', over) });
const maglev = { tableSize: 1021, shareOf: new Map([['10.1.0.1|8080', 1 / 3]]) };

test('a weight stands where one is set, or where it counts', () => {
  const of = (weight: number | null, shares: typeof maglev | null) =>
    backendFacts(row(), { apiBackends: [{ ...api, weight }], maglev: shares }).facts;
  expect(of(null, null)).toEqual(['of web', 'z1']);
  expect(of(200, null)).toEqual(['of web', 'z1', 'weight 200']);
  expect(of(null, maglev)).toEqual(['of web', 'z1', 'weight 100', 'Maglev 33.3 %']);
});

test('a backend that gets no new connections has no share, and its state is explained', () => {
  const { facts, meaning } = backendFacts(row({ state: 'maintenance' }), {
    apiBackends: null,
    maglev: { tableSize: 1021, shareOf: new Map() },
  });
  expect(facts).toContain('Maglev 0 %');
  expect(meaning).toContain('takes no new connections');
  expect(backendFacts(row(), { apiBackends: null, maglev: null }).meaning).toBeNull();
});
