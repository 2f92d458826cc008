import type { Lesson } from '@/lib/learn/lesson/lesson-schema';
import { readLesson } from '@/lib/learn/lesson/read-lesson';

const storageKey = 'kpr-explorer.own-lessons';
const keptMax = 20;
const none: readonly Lesson[] = [];

/** Lessons of trainers that this browser's reader took in, shared by its pages. */
export type KeptLessons = {
  get: () => readonly Lesson[];
  subscribe: (listener: () => void) => () => void;
  /** Takes one in, in the place of one of the same id. */
  keep: (lesson: Lesson) => void;
  remove: (id: string) => void;
};

/** Keeps lessons in the storage of the browser; where that may not be used, until the page is left. */
export function createKeptLessons(storage: () => Storage): KeptLessons {
  const listeners = new Set<() => void>();
  let known: readonly Lesson[] | null = null;

  function write(lessons: readonly Lesson[]): void {
    known = lessons.slice(-keptMax);
    try {
      storage().setItem(storageKey, JSON.stringify(known));
    } catch {
      // It holds for this page, which is what can be had.
    }
    listeners.forEach((listener) => listener());
  }

  function read(): readonly Lesson[] {
    try {
      const kept: unknown = JSON.parse(storage().getItem(storageKey) ?? '[]');
      // Another version may have written what this one does not read.
      return Array.isArray(kept) ? kept.slice(-keptMax).flatMap((one) => readLesson(one).lesson ?? []) : none;
    } catch {
      return none;
    }
  }

  function get(): readonly Lesson[] {
    known ??= read();
    return known;
  }

  function onStorage({ key }: StorageEvent): void {
    if (key !== null && key !== storageKey) return;
    known = null;
    listeners.forEach((listener) => listener());
  }

  return {
    get,
    subscribe(listener) {
      if (listeners.size === 0) globalThis.addEventListener('storage', onStorage);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) globalThis.removeEventListener('storage', onStorage);
      };
    },
    keep: (lesson) => write([...get().filter(({ id }) => id !== lesson.id), lesson]),
    remove: (id) => write(get().filter((lesson) => lesson.id !== id)),
  };
}
