import { describe, expect, it } from 'vitest';
import { glossary } from '../glossary/glossary';
import { judgeFacts } from './judge-facts';
import { readMarkup, type Inline } from './lesson-markup';
import { findLesson, lessons, stageLines } from './lesson-list';
import { readLesson } from './read-lesson';
import { factsUnder, simulatorModels } from './simulator-facts';

const onSimulator = lessons.flatMap((lesson) =>
  lesson.task.goals.flatMap(({ judge }) => (judge.on === 'simulator' ? [{ lesson, judge }] : [])),
);

const words: readonly string[] = glossary.map(({ id }) => id);

describe('the lessons', () => {
  it('are twelve, in four stages of three, each under its own id', () => {
    expect(lessons).toHaveLength(12);
    expect(new Set(lessons.map(({ id }) => id)).size).toBe(12);
    const stages = lessons.map(({ stage }) => stage);
    expect(stages).toEqual(Object.keys(stageLines).flatMap((stage) => [stage, stage, stage]));
    expect(findLesson('random-or-maglev')?.number).toBe(8);
    expect(findLesson('nothing')).toBeNull();
  });

  it.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
    '%s reads as a trainer’s file would',
    (_, lesson) => {
      expect(readLesson(JSON.parse(JSON.stringify(lesson)))).toEqual({ lesson });
      const ofGoals = lesson.task.goals.flatMap(({ hints }) => hints ?? []);
      expect(lesson.task.hints.length + ofGoals.length, 'hints').toBeGreaterThan(1);
      // Where there are several goals, a hint for one tells too much, or nothing, while another is at hand.
      if (lesson.task.goals.length > 1) expect(lesson.task.hints, 'hints of no goal').toEqual([]);
    },
  );

  it.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
    '%s has no markup left unread',
    (_, lesson) => {
      const { text, hints, solution, goals } = lesson.task;
      const texts = [
        ...lesson.cards.map((card) => card.text),
        text,
        ...hints,
        solution,
        ...goals.flatMap(({ say, hints: ofGoal = [] }) => [say, ...ofGoal]),
      ];
      for (const one of texts.flatMap(readMarkup)) {
        if (one.kind === 'code') continue;
        const inlines: Inline[] = one.kind === 'list' ? one.items.flat() : one.inlines;
        for (const part of inlines) {
          if (part.kind === 'text' || part.kind === 'strong') expect(part.text).not.toMatch(/\[\[|\]\(|\*|`/);
          if (part.kind === 'term') expect(words, `a word of the glossary: ${part.id}`).toContain(part.id);
        }
      }
    },
  );

  it.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
    '%s opens simulators with links they know',
    (_, lesson) => {
      const views = [...lesson.cards.map(({ view }) => view), lesson.task.view];
      for (const view of views) {
        if (view === undefined || !('simulator' in view)) continue;
        const model = simulatorModels[view.simulator];
        expect(model, view.simulator).toBeDefined();
        for (const key of Object.keys(view.link)) expect(model?.keys).toContain(key);
      }
    },
  );
});

describe('a task on a simulator', () => {
  it.each(onSimulator.map(({ lesson, judge }) => [lesson.id, lesson, judge] as const))(
    '%s is open as it begins, and met by its solution',
    (_, { task }, { simulator, all }) => {
      const begins = task.view !== undefined && 'simulator' in task.view ? task.view.link : null;
      if (begins === null || task.solutionLink === undefined) throw new Error('no simulator, or no solution');
      const atStart = judgeFacts(all, factsUnder(simulator, begins));
      expect(atStart.is).toBe('open');
      expect(atStart.seen).toMatch(/^[A-Z0-9].*\.$/);
      expect(judgeFacts(all, factsUnder(simulator, task.solutionLink))).toMatchObject({ is: 'met' });
    },
  );

  it.each(onSimulator.map(({ lesson, judge }) => [lesson.id, judge] as const))(
    '%s asks for facts that there are, and puts no yes or no into a sentence',
    (_, { simulator, all }) => {
      const facts = factsUnder(simulator, {});
      for (const { fact, otherwise } of all) {
        expect(Object.keys(facts)).toContain(fact);
        if (typeof facts[fact] === 'boolean') expect(otherwise).not.toContain('{value}');
      }
    },
  );

  it('about a pod’s end is met by its pod alone: not by faster tables, nor by shorter connections', () => {
    const [judge] = onSimulator.flatMap((one) =>
      one.lesson.id === 'graceful-termination' ? [one.judge] : [],
    );
    const judged = (link: Record<string, string>) =>
      judgeFacts(judge?.all ?? [], factsUnder('graceful-termination', { sigterm: 'exits', ...link })).is;
    expect(judged({ stop: '25' })).toBe('met');
    expect(judged({ stop: '10', open: '4' })).toBe('open');
    expect(judged({ stop: '25', lag: '0' })).toBe('open');
  });
});
