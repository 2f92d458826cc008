import { expect, test } from 'vitest';
import { ageOf } from './printer';

const startMs = Date.parse('2026-01-01T00:00:00Z');
const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [-2, '<invalid>'],
  [-1, '0s'],
  [0, '0s'],
  [119, '119s'],
  [2 * minute, '2m'],
  [9 * minute + 59, '9m59s'],
  [10 * minute + 1, '10m'],
  [179 * minute, '179m'],
  [3 * hour, '3h'],
  [7 * hour + 59 * minute, '7h59m'],
  [8 * hour + 59 * minute, '8h'],
  [47 * hour, '47h'],
  [2 * day, '2d'],
  [7 * day + 23 * hour, '7d23h'],
  [8 * day + 5 * hour, '8d'],
  [729 * day, '729d'],
  [730 * day, '2y'],
  [731 * day, '2y1d'],
  [8 * 365 * day + 5 * day, '8y'],
])('%i seconds are %s', (seconds, text) => {
  expect(ageOf('2026-01-01T00:00:00Z', startMs + seconds * 1000)).toBe(text);
});

test('no timestamp has no age', () => {
  expect(ageOf(undefined, startMs)).toBe('<unknown>');
});
