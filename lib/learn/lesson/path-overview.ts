import type { Lesson } from './lesson-schema';
import type { Progress } from './progress';

/** Where a learner stands with a lesson; `open`: not begun. */
export type LessonState = 'done' | 'started' | 'open';

/** One lesson on the path: where it stands, and whether it is the next to be done. */
export type PathEntry = { lesson: Lesson; number: number; state: LessonState; isCurrent: boolean };

/** The path as a whole. */
export type PathOverview = {
  stages: { stage: string; entries: PathEntry[] }[];
  done: number;
  total: number;
  /** The time that lessons not done are given, in minutes. */
  minutesToGo: number;
};

/** Lays the path out by its stages. The current lesson is the first begun one that is not done, else the first not done. */
export function pathOverview(lessons: readonly Lesson[], progress: Progress): PathOverview {
  const stateOf = ({ id }: Lesson): LessonState => progress[id]?.state ?? 'open';
  const current =
    lessons.find((lesson) => stateOf(lesson) === 'started') ??
    lessons.find((lesson) => stateOf(lesson) === 'open');
  const entries = lessons.map((lesson, index) => ({
    lesson,
    number: index + 1,
    state: stateOf(lesson),
    isCurrent: lesson === current,
  }));
  const stages = [...new Set(lessons.map(({ stage }) => stage))];
  const left = entries.filter(({ state }) => state !== 'done');
  return {
    stages: stages.map((stage) => ({
      stage,
      entries: entries.filter(({ lesson }) => lesson.stage === stage),
    })),
    done: entries.length - left.length,
    total: entries.length,
    minutesToGo: left.reduce((sum, { lesson }) => sum + lesson.minutes, 0),
  };
}

/** Writes a time in the path's words: `45 min`, `1 h 15 min`. */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
