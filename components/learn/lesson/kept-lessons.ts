import type { Lesson } from '@/lib/learn/lesson/lesson-schema';
import { readLesson } from '@/lib/learn/lesson/read-lesson';
import { createKeptValue } from './kept-value';

/** So many lessons are kept, and no more. */
export const keptMax = 20;
const none: readonly Lesson[] = [];

/** Lessons of trainers that this browser's reader took in, shared by its pages. */
type KeptLessons = {
  get: () => readonly Lesson[];
  subscribe: (listener: () => void) => () => void;
  /** Takes one in, in the place of one of the same id; false where there are too many. */
  keep: (lesson: Lesson) => boolean;
  remove: (id: string) => void;
};

/** Keeps lessons in the storage of the browser; where that may not be used, until the page is left. */
export function createKeptLessons(storage: () => Storage): KeptLessons {
  const { get, subscribe, change } = createKeptValue<readonly Lesson[]>({
    ...{ storage, key: 'kpr-explorer.own-lessons', read, write: JSON.stringify },
  });
  return {
    ...{ get, subscribe },
    keep: (lesson) => {
      change((before) => {
        const others = before.filter(({ id }) => id !== lesson.id);
        return isFull(others) ? before : [...others, lesson];
      });
      return get().includes(lesson);
    },
    remove: (id) => change((before) => before.filter((lesson) => lesson.id !== id)),
  };
}

/** True where not one more is taken in. */
export function isFull(lessons: readonly Lesson[]): boolean {
  return lessons.length >= keptMax;
}

function read(text: string | null): readonly Lesson[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    // Another version may have written what this one does not read.
    return Array.isArray(kept) ? kept.slice(-keptMax).flatMap((one) => readLesson(one).lesson ?? []) : none;
  } catch {
    return none;
  }
}
