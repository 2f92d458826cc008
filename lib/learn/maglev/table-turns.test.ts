import { describe, expect, test } from 'vitest';
import { maglevAnswer } from './maglev-answer';
import { maglevKeys, readMaglevLink, type MaglevLink } from './maglev-state';
import { freeSlot, tableAfter, tableTurn } from './table-turns';

const emptyLink = Object.fromEntries(maglevKeys.map((key) => [key, null])) as MaglevLink;
const answerOf = (link: Partial<MaglevLink>) =>
  maglevAnswer(readMaglevLink({ ...emptyLink, ...link }).state.parameters);

describe.each([{}, { before: 'ABC300D' }, { size: '1021', v: '1.16', seed: 'AAECAwQFBgcICQoL' }])(
  'the building of a table, $before $size',
  (link) => {
    const { turns, tables, parameters } = answerOf(link);
    const { size } = parameters;

    test('begins empty and ends as the table', () => {
      expect(tableAfter(turns, 0).every((slot) => slot === freeSlot)).toBe(true);
      expect([...tableAfter(turns, size)]).toEqual([...tables.now]);
    });

    test('each turn fills one slot, the first free one of its backend’s wishes', () => {
      const taken = new Set<number>();
      for (let turn = 0; turn < size; turn += 1) {
        const one = tableTurn(turns, turn, parameters);
        if (one === null) throw new Error('no turn');
        expect(taken.has(one.slot)).toBe(false);
        for (const slot of one.taken) expect(taken.has(slot)).toBe(true);
        taken.add(one.slot);
      }
      expect(taken.size).toBe(size);
      expect(tableTurn(turns, size, parameters)).toBeNull();
    });
  },
);

test('the first turn takes the first wish', () => {
  const { turns, parameters } = answerOf({});
  const turn = tableTurn(turns, 0, parameters);
  expect(turn?.slot).toBe(turn?.offset);
  expect(turn?.takenCount).toBe(0);
});
