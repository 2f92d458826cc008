import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SearchMemory } from './search-memory';

const texts = ['shop/web', 'shop/api', 'kube-system/dns', 'a web of pods'];
const has = (words: readonly string[]) => (at: number) => words.every((word) => texts[at]?.includes(word));

test('whatever was searched before, a search finds what it would find alone', () => {
  const typed = fc.stringMatching(/^[shopwebadn/ ]{0,6}$/);
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 40 }), (searches) => {
      const memory = new SearchMemory();
      for (const one of searches) {
        expect(memory.find(one, texts.length, has).rows).toEqual(
          new SearchMemory().find(one, texts.length, has).rows,
        );
      }
    }),
  );
});

test('a word that grows asks only rows that had it, one that shrinks asks none', () => {
  const memory = new SearchMemory();
  const asked: number[] = [];
  const noting = (words: readonly string[]) => (at: number) => {
    asked.push(at);
    return has(words)(at);
  };
  memory.find('shop', texts.length, noting);
  asked.length = 0;
  memory.find('shop w', texts.length, noting);
  expect(asked).toEqual([0, 1]);
  asked.length = 0;
  memory.find('shop', texts.length, noting);
  expect(asked).toEqual([]);
});
