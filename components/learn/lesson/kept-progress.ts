import {
  afterEvent,
  noProgress,
  readProgress,
  withoutLesson,
  writeProgress,
} from '@/lib/learn/lesson/progress';
import type { Progress, ProgressEvent } from '@/lib/learn/lesson/progress';
import { createKeptValue } from './kept-value';

/** How far the reader of this browser is, shared by its pages. */
type KeptProgress = {
  get: () => Progress;
  subscribe: (listener: () => void) => () => void;
  tell: (id: string, event: ProgressEvent) => void;
  /** Forgets how far the reader is in one lesson. */
  forget: (id: string) => void;
  /** Puts a whole progress in place of what is there: an import, or nothing. */
  replace: (progress: Progress) => void;
};

/** Keeps progress in the storage of the browser; where that may not be used, until the page is left. */
export function createKeptProgress(storage: () => Storage): KeptProgress {
  const { get, subscribe, change } = createKeptValue<Progress>({
    ...{ storage, key: 'kpr-explorer.lessons', write: writeProgress },
    read: (text) => readProgress(text ?? '') ?? noProgress,
  });
  return {
    ...{ get, subscribe },
    tell: (id, event) =>
      change((before) => {
        // `now` stands here, so that the model reads no clock.
        const after = afterEvent(before, id, event, new Date().toISOString());
        return JSON.stringify(after[id]) === JSON.stringify(before[id]) ? before : after;
      }),
    forget: (id) => change((before) => (id in before ? withoutLesson(before, id) : before)),
    replace: (progress) => change(() => progress),
  };
}
