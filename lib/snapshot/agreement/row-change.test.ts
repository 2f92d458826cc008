import { expect, test } from 'vitest';
import {
  endpoint,
  endpointSlice,
  node,
  service,
  settings,
} from '@/lib/cilium/expected-frontends/cluster.fixture';
import { expectedFrontends } from '@/lib/cilium/expected-frontends/expected-frontends';
import type { EndpointInput } from '@/lib/cilium/expected-frontends/load-balancing-input';
import { describeChange, rowsAfter } from './row-change';

function rows(...endpoints: EndpointInput[]) {
  return expectedFrontends({
    ...{ version: { major: 1, minor: 20, patch: 0 }, settings, node, pods: [], redirectPolicies: [] },
    services: [service()],
    endpointSlices: [endpointSlice({ endpoints })],
  });
}

const [a, b, c] = ['10.0.1.1', '10.0.1.2', '10.0.1.3'].map((ip) => endpoint(ip, null));
const one = a ?? endpoint('', null);
const two = b ?? one;
const three = c ?? one;
const leaving = { ...two, ready: false, serving: true, terminating: true };

test.each([
  ['1 backend added', rows(one), rows(one, two)],
  ['2 backends added, 1 backend removed', rows(one), rows(two, three)],
  ['1 backend in another state', rows(one, two), rows(one, leaving)],
  ['Service added', [], rows(one)],
  ['Service removed', rows(one), []],
])('%s', (words, before, after) => {
  expect(describeChange(before, after)).toBe(words);
  expect(rowsAfter(before, after)?.rows).toBe(after);
});

test('what a table does not show is no change', () => {
  expect(rowsAfter(rows(one), rows({ ...one, zone: 'b' }))).toBeNull();
});

test('a row that must go is named', () => {
  expect(rowsAfter(rows(one), [])?.gone).toEqual(['10.96.0.20:80/TCP']);
});
