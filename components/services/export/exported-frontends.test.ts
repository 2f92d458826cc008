import { expect, test } from 'vitest';
import { backendFixture, frontendFixture } from '../frontend.fixture';
import { groupFrontends, owners } from '../map/service-block';
import { exportedFrontends } from './exported-frontends';

const service = (name: string) => ({ namespace: 'shop', name, portName: null });
const frontends = [
  frontendFixture('10.0.0.3', { service: service('a'), backends: [backendFixture('10.1.0.1')] }),
  frontendFixture('10.0.0.1', { service: service('b') }),
  frontendFixture('10.0.0.2', { service: service('c') }),
];
const groups = groupFrontends(frontends, owners(frontends));
const order = (view: 'map' | 'table', by: 'service' | 'address' | 'backends', descending = false) =>
  exportedFrontends(groups, view, { by, descending }).map(({ service: of }) => of?.name);

test('the order is the one on screen', () => {
  expect(order('map', 'address')).toEqual(['a', 'b', 'c']);
  expect(order('table', 'address')).toEqual(['b', 'c', 'a']);
  expect(order('table', 'address', true)).toEqual(['a', 'c', 'b']);
  expect(order('table', 'service', true)).toEqual(['c', 'b', 'a']);
});

test('equals keep their place, upwards and downwards', () => {
  expect(order('table', 'backends')).toEqual(['b', 'c', 'a']);
  expect(order('table', 'backends', true)).toEqual(['a', 'b', 'c']);
});
