import type { Lesson } from './lesson-schema';
import type { LessonView } from './view-schema';

/** A step of a lesson: one of its cards, or its task, which is the last. */
export type LessonStep = {
  index: number;
  title: string;
  text: string;
  view: LessonView | null;
  isTask: boolean;
};

/** Gives the steps of a lesson in their order. */
export function lessonSteps({ cards, task }: Lesson): LessonStep[] {
  return [
    ...cards.map(({ title, text, view }, index) => ({
      index,
      title,
      text,
      view: view ?? null,
      isTask: false,
    })),
    { index: cards.length, title: task.title, text: task.text, view: task.view ?? null, isTask: true },
  ];
}

/** Gives the step that a link names, from 1 or `task`; the first where it names none. */
export function stepOf(steps: readonly LessonStep[], card: string | null): LessonStep | undefined {
  if (card === 'task') return steps.at(-1);
  const number = /^\d{1,2}$/.test(card ?? '') ? Number(card) : 1;
  return steps[Math.min(Math.max(number, 1), steps.length) - 1];
}

/** Gives the query of a step with what its simulator begins with, or with another state of it. */
export function stepQuery(step: LessonStep, link?: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({
    card: step.isTask ? 'task' : String(step.index + 1),
    ...(link ?? beginsOf(step)),
  });
  return query.toString();
}

/**
 * Gives the query of the step that follows another: what was predicted in the same simulator stays, so that nobody is
 * asked twice; but not where it begins with other parameters, under which another answer may be right.
 */
export function followingQuery(from: LessonStep, to: LessonStep, said: string | null): string {
  if (said === null || to.isTask || stateOf(from) === null || stateOf(from) !== stateOf(to)) {
    return stepQuery(to);
  }
  return stepQuery(to, { said, ...beginsOf(to) });
}

function beginsOf({ view }: LessonStep): Readonly<Record<string, string>> {
  return view !== null && 'simulator' in view ? view.link : {};
}

/** What a step asks to be predicted: its simulator, and the parameters it begins with. */
function stateOf({ view }: LessonStep): string | null {
  if (view === null || !('simulator' in view)) return null;
  const parameters = Object.entries(view.link).filter(([key]) => key !== 'said');
  return JSON.stringify([view.simulator, ...parameters.toSorted(([a], [b]) => a.localeCompare(b))]);
}
