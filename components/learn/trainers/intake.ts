import { isFull } from '@/components/learn/lesson/kept-lessons';
import type { Lesson } from '@/lib/learn/lesson/lesson-schema';

/**
 * What taking a lesson in would do: it is there already, word for word; it comes in the place of another of its id; it
 * is one too many; or it is new.
 */
type Intake = 'there' | 'replaces' | 'too-many' | 'new';

/** Gives what taking a lesson in would do to those that are kept. */
export function intakeOf(lesson: Lesson, kept: readonly Lesson[]): Intake {
  const same = kept.find(({ id }) => id === lesson.id);
  if (same !== undefined) return JSON.stringify(same) === JSON.stringify(lesson) ? 'there' : 'replaces';
  return isFull(kept) ? 'too-many' : 'new';
}
