import { array, assert, constantFrom, option, property } from 'fast-check';
import { expect, test } from 'vitest';
import { RowSlots } from './row-slots';

test('a row keeps its slot as long as it is drawn, wherever it stands', () => {
  const slots = new RowSlots();
  const [a, b] = slots.assign(['a', 'b'], null);
  expect(slots.assign(['x', 'b', 'a'], null).slice(1)).toEqual([b, a]);
});

test('rows that come take the slots of rows that went, in their order', () => {
  const slots = new RowSlots();
  expect(slots.assign(['a', 'b', 'c'], null)).toEqual([0, 1, 2]);
  expect(slots.assign(['d', 'e', 'f', 'g'], null)).toEqual([0, 1, 2, 3]);
});

test('nobody takes the slot of the row that had the keyboard', () => {
  const slots = new RowSlots();
  const [a] = slots.assign(['a'], null);
  expect(slots.assign(['b'], 'a')).not.toContain(a);
});

test('no two rows ever have one slot', () => {
  const names = array(constantFrom(...'abcdefghij'), { maxLength: 10 }).map((all) => [...new Set(all)]);
  assert(
    property(array(names), option(constantFrom(...'abcdefghij')), (steps, kept) => {
      const slots = new RowSlots();
      for (const rows of steps) expect(new Set(slots.assign(rows, kept)).size).toBe(rows.length);
    }),
  );
});
