import { expect, it } from 'vitest';
import type { LessonStep } from './lesson-step';
import { followingQuery } from './lesson-step';
import type { LessonView } from './view-schema';

const step = (index: number, view: LessonView | null, isTask = false): LessonStep => ({
  ...{ index, view, isTask },
  title: 'A step',
  text: 'Its text.',
});
const xdp = (link: Record<string, string> = {}): LessonView => ({ simulator: 'xdp', link });

it('what was predicted stays from card to card of the same simulator in the same state', () => {
  expect(followingQuery(step(0, xdp()), step(1, xdp()), 'where:driver')).toBe('card=2&said=where%3Adriver');
  expect(
    followingQuery(
      step(0, xdp({ accel: 'native', said: 'cost:less' })),
      step(1, xdp({ accel: 'native' })),
      'where:driver',
    ),
  ).toBe('card=2&said=where%3Adriver&accel=native');
});

it('what was predicted of one state is not held against another', () => {
  expect(followingQuery(step(0, xdp()), step(1, xdp({ accel: 'native' })), 'where:driver')).toBe(
    'card=2&accel=native',
  );
  expect(followingQuery(step(0, xdp({ accel: 'native' })), step(1, xdp()), 'where:driver')).toBe('card=2');
});

it('another simulator, and a task, begin as they are written', () => {
  const maglev: LessonView = { simulator: 'maglev', link: {} };
  expect(followingQuery(step(0, xdp()), step(1, maglev), 'where:driver')).toBe('card=2');
  expect(followingQuery(step(0, xdp()), step(1, xdp(), true), 'where:driver')).toBe('card=task');
  expect(followingQuery(step(0, null), step(1, xdp()), 'where:driver')).toBe('card=2');
});
