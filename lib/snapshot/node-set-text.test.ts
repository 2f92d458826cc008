import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeSetIndexes, nodeSetText } from './node-set-text';

test('reading gives back the numbers that were written', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(300)), (indexes) => {
      expect(nodeSetIndexes(nodeSetText(indexes))).toEqual(indexes.toSorted((a, b) => a - b));
    }),
  );
});

test('equal sets have one text, and a hundred nodes take 25 characters', () => {
  expect(nodeSetText([0, 1, 2, 3, 4])).toBe('f1');
  expect(nodeSetText([4, 1, 3, 0, 2])).toBe('f1');
  expect(nodeSetText([])).toBe('');
  expect(nodeSetText(Array.from({ length: 100 }, (_, at) => at))).toBe('f'.repeat(25));
});

test('what is no digit says no node', () => {
  expect(nodeSetIndexes('z1')).toEqual([4]);
});
