import { expect, test } from 'vitest';
import { backendsForTableSize, maglevTableSizes, tableSizeForBackends } from './table-size';

test('table sizes follow the rule of a hundred slots a backend', () => {
  expect(maglevTableSizes.map(backendsForTableSize)).toContain(163);
  expect([2, 160, 650, 1310, 1311].map(tableSizeForBackends)).toEqual([251, 16381, 65521, 131071, null]);
});
