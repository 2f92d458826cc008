import { expect, test } from 'vitest';
import { PacedRows } from './paced-rows';

const a = '10.0.0.1:80/TCP';
const b = '10.0.0.2:80/TCP';

test('a first change is due at once, the next of the same row after the pace', () => {
  const rows = new PacedRows(1_000);
  rows.add([a]);
  expect([...rows.take(5_000)]).toEqual([a]);
  rows.add([a, b]);
  expect([...rows.take(5_250)]).toEqual([b]);
  expect(rows.isEmpty).toBe(false);
  expect([...rows.take(5_999)]).toEqual([]);
  expect([...rows.take(6_000)]).toEqual([a]);
  expect(rows.isEmpty).toBe(true);
});

test('what was taken and did not change again is never due', () => {
  const rows = new PacedRows(1_000);
  rows.add([a]);
  rows.take(0);
  expect([...rows.take(10_000)]).toEqual([]);
});
