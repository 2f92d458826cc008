import { afterEvent, noProgress, readProgress, writeProgress } from '@/lib/learn/lesson/progress';
import type { Progress, ProgressEvent } from '@/lib/learn/lesson/progress';

const storageKey = 'kpr-explorer.lessons';

/** How far the reader of this browser is, shared by its pages. */
export type KeptProgress = {
  get: () => Progress;
  subscribe: (listener: () => void) => () => void;
  tell: (id: string, event: ProgressEvent) => void;
  /** Puts a whole progress in place of what is there: an import, or nothing. */
  replace: (progress: Progress) => void;
};

/** Keeps progress in the storage of the browser; where that may not be used, until the page is left. */
export function createKeptProgress(storage: () => Storage): KeptProgress {
  const listeners = new Set<() => void>();
  let known: Progress | null = null;

  function keep(progress: Progress): void {
    known = progress;
    try {
      storage().setItem(storageKey, writeProgress(progress));
    } catch {
      // It holds for this page, which is what can be had.
    }
    listeners.forEach((listener) => listener());
  }

  function read(): Progress {
    try {
      return readProgress(storage().getItem(storageKey) ?? '') ?? noProgress;
    } catch {
      return noProgress;
    }
  }

  function get(): Progress {
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
    tell: (id, event) => {
      const before = get();
      // `now` stands here, so that the model reads no clock.
      const after = afterEvent(before, id, event, new Date().toISOString());
      if (JSON.stringify(after[id]) !== JSON.stringify(before[id])) keep(after);
    },
    replace: keep,
  };
}
