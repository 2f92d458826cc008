import { expect, test } from 'vitest';
import { maglevAnswer } from './maglev-answer';
import { maglevPredictions } from './maglev-predictions';
import { maglevKeys, readMaglevLink, type MaglevLink } from './maglev-state';

const emptyLink = Object.fromEntries(maglevKeys.map((key) => [key, null])) as MaglevLink;
const rightOf = (link: Partial<MaglevLink>) =>
  Object.fromEntries(
    maglevPredictions(maglevAnswer(readMaglevLink({ ...emptyLink, ...link }).state.parameters), 7).map(
      ({ id, rightId, fact }) => [id, `${rightId}: ${fact}`],
    ),
  );

test('answers are read off the tables', () => {
  expect(rightOf({})).toEqual({
    moved: 'few: 6 slots moved though their backends stayed, 2.4 %',
    rehash: 'same: 83.3 % of them meet the backend they had',
  });
});

test('of two backends the one that stays loses nothing', () => {
  expect(rightOf({ before: 'AB', now: 'A' }).moved).toBe('own: No slot moved needlessly');
});

test('where no backend comes or goes that is not asked; another seed changes the answer', () => {
  expect(Object.keys(rightOf({ before: 'ABC', now: 'ABC300' }))).toEqual(['rehash']);
  expect(Object.keys(rightOf({ before: 'ABC', now: 'AB300' }))).toEqual(['rehash']);
  expect(rightOf({ before: 'ABCDEFG', seed2: 'AAECAwQFBgcICQoL' }).rehash).toMatch(/^other: 1\d\.\d %/);
});

test('every right answer is among those to choose from', () => {
  for (const before of ['AB', 'ABC', 'ABCDEFGHIJ'])
    for (const now of ['A', 'ABC', 'BCD', 'ABCDEFGHIJK'])
      for (const { rightId, options } of maglevPredictions(
        maglevAnswer(readMaglevLink({ ...emptyLink, before, now }).state.parameters),
        7,
      ))
        expect(options.map(({ id }) => id)).toContain(rightId);
});
