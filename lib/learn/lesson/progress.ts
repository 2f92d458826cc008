import { z } from 'zod';

/** How far a learner is in one lesson. */
const lessonProgress = z.object({
  state: z.enum(['started', 'done']),
  /** The card that was read last, as its link has it. */
  card: z.string().max(4).optional(),
  /** When it was begun, and when its task was first done (RFC 3339). */
  startedTimestamp: z.iso.datetime(),
  doneTimestamp: z.iso.datetime().nullable().default(null),
  /** When the newest rollout began that was there before, by the clock of the server; null: none was, absent: not noted. */
  newestRolloutBefore: z.iso.datetime().nullable().optional().catch(undefined),
  /** Goals of the task that were met, by their place: what was once brought about stays counted. */
  goalsMet: z.array(z.number().int().min(0).max(20)).max(20).default([]),
  /** The goal that was last given to the judge, by its place: it is judged on when its reader comes back. */
  goalChecked: z.number().int().min(0).max(20).optional().catch(undefined),
  /** Of the goal at hand. */
  hintsTaken: z.number().int().min(0).max(20).default(0),
  solutionSeen: z.boolean().default(false),
});
type LessonProgress = z.infer<typeof lessonProgress>;

/** How far a learner is, by the id of the lesson. */
export type Progress = Readonly<Record<string, LessonProgress>>;

const progressFile = z.object({ version: z.literal(1), lessons: z.record(z.string(), z.unknown()) });
const keptMax = 200;

/** The progress of somebody who has begun no lesson. */
export const noProgress: Progress = {};

/** Reads progress out of anything: null where it is none; a lesson that cannot be read is left out. */
export function readProgress(text: string): Progress | null {
  try {
    const file = progressFile.safeParse(JSON.parse(text));
    if (!file.success) return null;
    const read = Object.entries(file.data.lessons)
      .slice(0, keptMax)
      .flatMap(([id, value]) => {
        const one = lessonProgress.safeParse(value);
        return one.success && id.length <= 80 ? [[id, one.data] as const] : [];
      });
    return Object.fromEntries(read);
  } catch {
    return null;
  }
}

/** Writes progress as it is kept and exported. */
export function writeProgress(progress: Progress): string {
  return JSON.stringify({ version: 1, lessons: progress }, null, 2);
}

/** What happens to a lesson. */
export type ProgressEvent =
  | { kind: 'read'; card: string }
  | { kind: 'goal-met'; goal: number; goals: number }
  | { kind: 'goal-checked'; goal: number }
  | { kind: 'hint-taken' }
  | { kind: 'solution-seen' }
  /** The rollouts of the cluster were seen, the newest of which began then; null where there are none. */
  | { kind: 'rollouts-seen'; newest: string | null }
  | { kind: 'begun-again' };

/** Gives the progress after something happened to a lesson. */
export function afterEvent(progress: Progress, id: string, event: ProgressEvent, now: string): Progress {
  const known: LessonProgress = progress[id] ?? {
    ...{ state: 'started', startedTimestamp: now, doneTimestamp: null },
    ...{ goalsMet: [], hintsTaken: 0, solutionSeen: false },
  };
  return { ...progress, [id]: changed(known, event, now) };
}

/** Gives the progress without that of one lesson. */
export function withoutLesson(progress: Progress, id: string): Progress {
  return Object.fromEntries(Object.entries(progress).filter(([other]) => other !== id));
}

function changed(known: LessonProgress, event: ProgressEvent, now: string): LessonProgress {
  switch (event.kind) {
    case 'read':
      return { ...known, card: event.card };
    case 'goal-met': {
      const goalsMet = [...new Set([...known.goalsMet, event.goal])].toSorted((a, b) => a - b);
      // Another goal has hints of its own, and nobody has asked for them.
      const after = { ...known, goalsMet, hintsTaken: 0 };
      if (goalsMet.length < event.goals) return after;
      return { ...after, state: 'done', doneTimestamp: known.doneTimestamp ?? now };
    }
    case 'goal-checked':
      return { ...known, goalChecked: event.goal };
    case 'hint-taken':
      return { ...known, hintsTaken: known.hintsTaken + 1 };
    case 'solution-seen':
      return { ...known, solutionSeen: true };
    case 'rollouts-seen':
      // The first look counts: what comes after it is the learner's.
      return known.newestRolloutBefore === undefined
        ? { ...known, newestRolloutBefore: event.newest }
        : known;
    case 'begun-again':
      // That it was done once is not taken away.
      return {
        ...{ ...known, startedTimestamp: now, newestRolloutBefore: undefined, goalChecked: undefined },
        ...{ goalsMet: [], hintsTaken: 0, solutionSeen: false },
      };
  }
}
