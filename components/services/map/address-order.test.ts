import { expect, test } from 'vitest';
import { addressSortKey } from './address-order';

test('addresses sort by number, IPv4 before IPv6, a cluster ID after none', () => {
  const shuffled = [
    'fd00::10',
    '10.0.0.10',
    '10.0.0.9',
    'fd00::9',
    '10.0.0.9@2',
    '::',
    '0.0.0.0',
    '::ffff:10.0.0.1',
  ];
  const sorted = shuffled.toSorted((a, b) => (addressSortKey(a) < addressSortKey(b) ? -1 : 1));
  expect(sorted).toEqual([
    '0.0.0.0',
    '10.0.0.9',
    '10.0.0.9@2',
    '10.0.0.10',
    '::',
    '::ffff:10.0.0.1',
    'fd00::9',
    'fd00::10',
  ]);
});
