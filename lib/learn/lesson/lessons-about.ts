import { lessons } from './lesson-list';
import type { Lesson } from './lesson-schema';

const termPattern = /\[\[([a-z0-9-]+)(?:\|[^\]]*)?\]\]/g;

const byWord = new Map<string, Lesson[]>();
for (const lesson of lessons) {
  const text = [...lesson.cards.map((card) => card.text), lesson.task.text].join('\n');
  for (const word of new Set([...text.matchAll(termPattern)].map(([, id = '']) => id))) {
    byWord.set(word, [...(byWord.get(word) ?? []), lesson]);
  }
}

/** Gives the lessons of the path whose text leads to a word of the glossary, in the path's order. */
export function lessonsAbout(wordId: string): readonly Lesson[] {
  return byWord.get(wordId) ?? [];
}
