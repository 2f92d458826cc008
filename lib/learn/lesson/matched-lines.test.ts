import { expect, it } from 'vitest';
import { matchedLines } from './matched-lines';

const table = [
  'ID   Frontend          Service Type   Backend',
  '1    10.96.0.10:53     ClusterIP      1 => 10.0.0.5:53 (active)',
  '                                      2 => 10.0.1.7:53 (active)',
  '2    0.0.0.0:30080     NodePort       1 => 10.0.0.9:80 (active)',
];

it('keeps the head of the table and every backend of a frontend that matches', () => {
  expect(matchedLines(table, ['ClusterIP'])).toEqual(table.slice(0, 3));
  expect(matchedLines(table, ['NodePort'])).toEqual([table[0], table[3]]);
});

it('keeps all without words, and of an output without a table only what matches', () => {
  expect(matchedLines(table, [])).toEqual(table);
  expect(matchedLines(['KVStore: Ok', 'Cilium: Ok'], ['Cilium'])).toEqual(['Cilium: Ok']);
});
