import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exampleLesson } from '@/lib/learn/lesson/example-lesson';
import { lessonSchema } from '@/lib/learn/lesson/lesson-schema';
import { createKeptLessons } from './kept-lessons';
import { createKeptProgress } from './kept-progress';

/** The storage of one browser: what a tab writes, the others are told. */
function browser() {
  const values = new Map<string, string>();
  const mock = {
    isFull: false,
    getItem: (key: string) => values.get(key) ?? null,
    setItem(key: string, value: string) {
      if (mock.isFull) throw new Error('quota');
      values.set(key, value);
    },
  };
  return { mock, storage: () => mock as unknown as Storage };
}

const nothing = () => {};

beforeEach(() => {
  vi.stubGlobal('addEventListener', nothing);
  vi.stubGlobal('removeEventListener', nothing);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('progress that another tab made', () => {
  it('outlives what this tab tells later, though nothing listened for it', () => {
    const { storage } = browser();
    const [one, other] = [createKeptProgress(storage), createKeptProgress(storage)];
    one.subscribe(nothing)();
    one.tell('a', { kind: 'read', card: '1' });
    other.tell('b', { kind: 'goal-met', goal: 0, goals: 1 });
    one.tell('a', { kind: 'read', card: '2' });
    expect(createKeptProgress(storage).get()).toMatchObject({ a: { card: '2' }, b: { state: 'done' } });
    expect(one.get()['b']?.state).toBe('done');
  });

  it('is seen when a part of the page listens again', () => {
    const { storage } = browser();
    const [one, other] = [createKeptProgress(storage), createKeptProgress(storage)];
    const leave = one.subscribe(nothing);
    expect(one.get()).toBe(one.get());
    leave();
    other.tell('b', { kind: 'hint-taken' });
    one.subscribe(nothing);
    expect(one.get()['b']?.hintsTaken).toBe(1);
  });
});

it('progress that storage refused holds until the page is left', () => {
  const { mock, storage } = browser();
  const kept = createKeptProgress(storage);
  kept.tell('a', { kind: 'hint-taken' });
  mock.isFull = true;
  kept.tell('a', { kind: 'hint-taken' });
  kept.subscribe(nothing)();
  kept.tell('a', { kind: 'hint-taken' });
  expect(kept.get()['a']?.hintsTaken).toBe(3);
  mock.isFull = false;
  kept.tell('a', { kind: 'hint-taken' });
  expect(createKeptProgress(storage).get()['a']?.hintsTaken).toBe(4);
});

it('progress holds where there is no storage at all', () => {
  const kept = createKeptProgress(() => {
    throw new Error('denied');
  });
  kept.tell('a', { kind: 'read', card: '1' });
  kept.subscribe(nothing)();
  kept.tell('a', { kind: 'hint-taken' });
  expect(kept.get()['a']).toMatchObject({ card: '1', hintsTaken: 1 });
});

it('a lesson that another tab took in outlives one that is taken in here', () => {
  const { storage } = browser();
  const [one, other] = [createKeptLessons(storage), createKeptLessons(storage)];
  const lesson = (id: string) => lessonSchema.parse({ ...exampleLesson, id });
  expect(one.get()).toEqual([]);
  other.keep(lesson('theirs'));
  one.keep(lesson('ours'));
  expect(
    createKeptLessons(storage)
      .get()
      .map(({ id }) => id),
  ).toEqual(['theirs', 'ours']);
  one.remove('theirs');
  expect(
    createKeptLessons(storage)
      .get()
      .map(({ id }) => id),
  ).toEqual(['ours']);
});

it('the twenty-first lesson is refused, and none of the others goes for it', () => {
  const kept = createKeptLessons(browser().storage);
  const lesson = (id: string, title = 'One') => lessonSchema.parse({ ...exampleLesson, id, title });
  for (let index = 0; index < 20; index += 1) expect(kept.keep(lesson(`lesson-${index}`))).toBe(true);
  expect(kept.keep(lesson('one-more'))).toBe(false);
  expect(kept.get()).toHaveLength(20);
  expect(kept.get()[0]?.id).toBe('lesson-0');
  expect(kept.keep(lesson('lesson-0', 'Another')), 'in the place of the first').toBe(true);
  expect(kept.get().at(-1)?.title).toBe('Another');
});

it('progress in a lesson that another replaces is forgotten, that in others is not', () => {
  const kept = createKeptProgress(browser().storage);
  kept.tell('own.a', { kind: 'goal-met', goal: 0, goals: 1 });
  kept.tell('own.b', { kind: 'hint-taken' });
  kept.forget('own.a');
  expect(Object.keys(kept.get())).toEqual(['own.b']);
  kept.tell('own.a', { kind: 'read', card: '1' });
  expect(kept.get()['own.a']).toMatchObject({ state: 'started', doneTimestamp: null });
});
