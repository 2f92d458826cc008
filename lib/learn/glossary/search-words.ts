import type { GlossaryWord } from './glossary-word';

/** What a word is found by. */
type Named = Pick<GlossaryWord, 'word' | 'also' | 'text'>;

/** Words that begin so come first, then those named so elsewhere, then those whose meaning mentions it. */
function rank({ word, also, text }: Named, asked: string): number | null {
  const names = [word, ...also].map((name) => name.toLowerCase());
  if (names.some((name) => name === asked)) return 0;
  if (names.some((name) => name.startsWith(asked))) return 1;
  if (names.some((name) => name.includes(asked))) return 2;
  return text.toLowerCase().includes(asked) ? 3 : null;
}

/** Gives the words that answer what was typed, the best first; all in their order where nothing was typed. */
export function searchWords<Word extends Named>(words: readonly Word[], typed: string): readonly Word[] {
  const asked = typed.trim().toLowerCase();
  if (asked === '') return words;
  return words
    .flatMap((word) => {
      const place = rank(word, asked);
      return place === null ? [] : [{ word, place }];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ word }) => word);
}
