import { expect, test } from 'vitest';
import { followDelays, quantile } from './follow-delays';

test('quantiles are values that were measured', () => {
  const sorted = [10, 20, 30, 40];
  expect([0, 0.5, 0.95, 1].map((part) => quantile(sorted, part))).toEqual([10, 20, 40, 40]);
  expect(quantile([7], 0.5)).toBe(7);
});

test('the slowest are named, the slowest first, and who is still to come', () => {
  const delays = new Map([
    ['a', 10],
    ['b', 400],
    ['c', 20],
    ['d', 400],
    ['e', 30],
  ]);
  expect(followDelays(delays, ['z', 'y'])).toEqual({
    followed: 5,
    delaysMs: { least: 10, median: 30, p95: 400, most: 400 },
    slowest: [
      { node: 'b', delayMs: 400 },
      { node: 'd', delayMs: 400 },
      { node: 'e', delayMs: 30 },
    ],
    waiting: ['y', 'z'],
  });
});

test('a change that nobody has followed has no distribution', () => {
  expect(followDelays(new Map(), ['a'])).toEqual({
    followed: 0,
    delaysMs: null,
    slowest: [],
    waiting: ['a'],
  });
});
