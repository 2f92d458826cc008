import type { Lesson } from './lesson-schema';
import { maxLessonBytes, readLessonText, tooLarge, type ReadLesson } from './read-lesson';

/** The name in the fragment of a link. */
export const shareKey = 'lesson';

/** Base64 makes four characters of three bytes; up to two more may fill the last four. */
const maxPackedLength = Math.ceil((maxLessonBytes * 4) / 3) + 2;

/** Packs a lesson for the fragment of a link, which no server gets to see. */
export function packLesson(lesson: Lesson): string {
  const bytes = new TextEncoder().encode(JSON.stringify(lesson));
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Reads a lesson out of the fragment of a link; null where it holds none. It may come from anybody. */
export function unpackLesson(fragment: string): ReadLesson | null {
  const packed = new URLSearchParams(fragment.replace(/^#/, '')).get(shareKey);
  if (packed === null) return null;
  if (packed.length > maxPackedLength) return tooLarge;
  try {
    const text = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    return readLessonText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { faults: [{ place: 'the link', problem: 'It is damaged: some of it is missing or changed.' }] };
  }
}
