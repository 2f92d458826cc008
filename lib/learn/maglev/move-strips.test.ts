import { expect, test } from 'vitest';
import { moduloStrip, randomStrip, tableStrip } from './move-strips';
import { firstBackends } from './maglev-state';
import { rivalMoves } from './rival-moves';

const mean = (columns: readonly { moved: number }[]) =>
  columns.reduce((sum, { moved }) => sum + moved, 0) / columns.length;

test('a small table has a column for each slot, a large one a share of many', () => {
  expect(tableStrip(Uint8Array.of(0, 1, 3))).toEqual([
    { moved: 0, needless: 0 },
    { moved: 1, needless: 0 },
    { moved: 1, needless: 1 },
  ]);
  const large = tableStrip(new Uint8Array(16_381).fill(1, 0, 8190));
  expect(large).toHaveLength(251);
  expect(mean(large)).toBeCloseTo(0.5, 2);
});

test('the strips of the two methods without a table show what their figures say', () => {
  const [before, now] = [firstBackends(7), firstBackends(6)];
  const { moduloPercent, randomPercent } = rivalMoves(before, now);
  expect(moduloPercent).toBeCloseTo((6 / 7) * 100, 9);
  expect(randomPercent).toBeCloseTo((6 / 7) * 100, 9);
  expect(mean(moduloStrip(16_381, before, now)) * 100).toBeCloseTo(moduloPercent, 0);
  expect(Math.abs(mean(randomStrip(16_381, randomPercent)) * 100 - randomPercent)).toBeLessThan(2);
});

test('without a change no remainder moves, but whoever draws anew does', () => {
  const same = firstBackends(4);
  expect(rivalMoves(same, same)).toEqual({ moduloPercent: 0, randomPercent: 75 });
});
