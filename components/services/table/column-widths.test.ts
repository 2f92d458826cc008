import { expect, test } from 'vitest';
import { frontendFixture } from '../frontend.fixture';
import { groupFrontends, owners } from '../map/service-block';
import { columnWidths, isLeftOut } from './column-widths';
import { tableRows } from './table-row';

const views = [frontendFixture('10.96.0.9', {})];
const rows = tableRows(groupFrontends(views, owners(views)));

test('four nodes fit a page of 1440 with and without the panel', () => {
  expect(columnWidths(4, rows, 1372, false, []).total).toBeLessThanOrEqual(1372);
  expect(columnWidths(4, rows, 976, true, []).total).toBeLessThanOrEqual(976);
});

test('only what the panel shows gives way, and only beside it', () => {
  const beside = columnWidths(4, rows, 976, true, []);
  expect(
    ['service', 'address', 'backends', 'policies', 'node:a'].filter((id) => isLeftOut(id, beside)),
  ).toEqual(['backends', 'policies']);
  expect(isLeftOut('backends', columnWidths(4, rows, 976, false, []))).toBe(false);
});

test('the longest address widens its column', () => {
  const long = [frontendFixture('2001:db8:1234:5678:9abc:def0:1234:5678', {})];
  const longRows = tableRows(groupFrontends(long, owners(long)));
  expect(columnWidths(2, longRows, 0, false, []).of('address')).toBeGreaterThan(300);
});

test('a hidden column takes no room', () => {
  const all = columnWidths(4, rows, 2000, false, []);
  const some = columnWidths(4, rows, 2000, false, ['backends', 'nodes', 'type']);
  expect(
    ['service', 'address', 'type', 'backends', 'policies', 'node:a', 'node:b'].filter((id) =>
      isLeftOut(id, some),
    ),
  ).toEqual(['type', 'backends', 'node:a', 'node:b']);
  const gone = ['type', 'node:a', 'node:b', 'node:c', 'node:d'].map((id) => all.of(id) ?? NaN);
  expect(some.total).toBe(all.total - all.backends - gone.reduce((sum, width) => sum + width));
});

test('what is hidden stays hidden beside the panel', () => {
  const beside = columnWidths(4, rows, 900, true, ['changed']);
  expect(['backends', 'policies', 'changed'].filter((id) => isLeftOut(id, beside))).toEqual([
    'backends',
    'policies',
    'changed',
  ]);
});
