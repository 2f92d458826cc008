import { z } from 'zod';
import { judgeSchema } from './judge-schema';
import { refuseIncoherent } from './lesson-coherence';
import { linkSchema, viewSchema } from './view-schema';

/** Text with the small markup that `lesson-markup.ts` reads. */
const markup = z.string().min(1).max(4000);

const card = z.strictObject({
  title: z.string().min(1).max(80),
  text: markup,
  view: viewSchema.optional(),
});

const goal = z.strictObject({
  /** What is to be brought about or answered. */
  say: z.string().min(1).max(300),
  judge: judgeSchema,
  /** Hints for this goal alone; those of the task are for each. */
  hints: z.array(markup).max(6).optional(),
});
/** One thing that a task asks for, with the judge that says whether it is so. */
export type LessonGoal = z.infer<typeof goal>;

const task = z.strictObject({
  /** A few words, for the list of lessons. */
  title: z.string().min(1).max(80),
  text: markup,
  view: viewSchema.optional(),
  /** Judged one after another. */
  goals: z.array(goal).min(1).max(4),
  hints: z.array(markup).max(6).default([]),
  solution: markup,
  /** The state of the task's simulator that solves it. */
  solutionLink: linkSchema.optional(),
});
/** What a lesson asks the reader to do at its end. */
export type LessonTask = z.infer<typeof task>;

/**
 * A lesson as its file holds it. What stands in no schema is refused: a misspelt name must not be silent. So is a task
 * that nobody could do.
 */
export const lessonSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, figures and single hyphens')
      .max(60),
    version: z.literal(1),
    title: z.string().min(1).max(80),
    /** What it is about, in half a line. */
    line: z.string().min(1).max(120),
    stage: z.string().min(1).max(40),
    minutes: z.number().int().min(1).max(120),
    /** The training cluster it plays on; absent: any. */
    scenario: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/)
      .optional(),
    /** True where it changes the cluster, which only a training cluster is there for. */
    changesCluster: z.boolean().default(false),
    cards: z.array(card).min(1).max(12),
    task,
  })
  .superRefine(refuseIncoherent);
/** A lesson that was read, with what its file leaves out filled in. */
export type Lesson = z.infer<typeof lessonSchema>;
