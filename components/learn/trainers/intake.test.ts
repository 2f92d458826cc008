import { expect, it } from 'vitest';
import { exampleLesson } from '@/lib/learn/lesson/example-lesson';
import { lessonSchema } from '@/lib/learn/lesson/lesson-schema';
import { packLesson, shareKey, unpackLesson } from '@/lib/learn/lesson/lesson-share';
import { intakeOf } from './intake';

const lesson = (id: string, title = 'One') => lessonSchema.parse({ ...exampleLesson, id, title });
const twenty = [...Array(20).keys()].map((index) => lesson(`lesson-${index}`));

it('says of a lesson that it replaces one of its id, or is there already', () => {
  expect(intakeOf(lesson('a'), [])).toBe('new');
  expect(intakeOf(lesson('a', 'Another'), [lesson('a')])).toBe('replaces');
  const linked = unpackLesson(`#${shareKey}=${packLesson(lesson('a'))}`)?.lesson;
  expect(linked && intakeOf(linked, [lesson('a')]), 'the link of a lesson that is kept').toBe('there');
});

it('says of the twenty-first that it is too many, and of one that replaces another that it is not', () => {
  expect(intakeOf(lesson('a'), twenty.slice(1))).toBe('new');
  expect(intakeOf(lesson('a'), twenty)).toBe('too-many');
  expect(intakeOf(lesson('lesson-0', 'Another'), twenty)).toBe('replaces');
});
