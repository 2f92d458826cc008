import { expect, test } from 'vitest';
import { repeatedValues } from './repeated-values';

test('equal values come back as one, others as they are', () => {
  const sameLabels = repeatedValues<Record<string, string>>();
  const first = { app: 'cart' };
  expect(sameLabels(first)).toBe(first);
  expect(sameLabels({ app: 'cart' })).toBe(first);
  expect(sameLabels({ app: 'till' })).toEqual({ app: 'till' });
});

test('values that never repeat do not pile up, and are still given as they are', () => {
  const same = repeatedValues<string | null>();
  for (let at = 0; at < 50_000; at += 1) expect(same(`pod-${at}`)).toBe(`pod-${at}`);
  expect(same(null)).toBeNull();
});
