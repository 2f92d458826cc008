import { faultOf, type LessonFault } from './lesson-fault';
import { lessonSchema, type Lesson } from './lesson-schema';

/** Far more than a lesson needs, far less than what would hold up a page. Bytes of UTF-8, wherever it comes from. */
export const maxLessonBytes = 64 * 1024;

/** A lesson, or all that keeps it from being one. */
export type ReadLesson = { lesson: Lesson; faults?: never } | { lesson?: never; faults: LessonFault[] };

/** How many faults of one lesson are told. */
export const shownFaults = 8;

/** What is said of a lesson that is too large to be read. */
export const tooLarge: ReadLesson = {
  faults: [{ place: 'the lesson', problem: `It is larger than ${maxLessonBytes / 1024} KiB.` }],
};

/** Reads a lesson out of anything; what is wrong is told with its place, as `task.goals[0].judge.key`. */
export function readLesson(value: unknown): ReadLesson {
  const result = lessonSchema.safeParse(value);
  // As it is shared: with what it leaves out filled in. So a link holds whatever a file may.
  if (result.success) return isTooLarge(JSON.stringify(result.data)) ? tooLarge : { lesson: result.data };
  return { faults: result.error.issues.slice(0, shownFaults).map(faultOf) };
}

/** Reads a lesson out of the text of a file. */
export function readLessonText(text: string): ReadLesson {
  if (isTooLarge(text)) return tooLarge;
  try {
    return readLesson(JSON.parse(text));
  } catch (error) {
    return { faults: [{ place: 'the file', problem: `It is no JSON: ${(error as Error).message}` }] };
  }
}

function isTooLarge(text: string): boolean {
  // A character is a byte at least: what is far too large is not encoded.
  return text.length > maxLessonBytes || new TextEncoder().encode(text).length > maxLessonBytes;
}
