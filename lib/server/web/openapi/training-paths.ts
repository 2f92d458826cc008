import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import type { LessonTexts } from '@/lib/snapshot/lesson-list-view';
import type { TrainingRequest, TrainingView } from '@/lib/snapshot/training-view';
import { problem } from './common-schemas';
import { answers, problemResponse } from './responses';
import type { Same } from './same-type';
import { sourceView } from './source-schemas';

const trainingView = z
  .object({
    scenario: z.string().nullable().meta({ description: 'Null where no training cluster is looked at.' }),
    mayRestart: z.boolean(),
    scenarios: z.array(z.object({ name: z.string(), title: z.string(), description: z.string() })),
  })
  .meta({ id: 'TrainingView' });

/** What `POST /api/v1/training` takes. */
export const trainingBody = z
  .strictObject({
    scenario: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, 'This is no name of a training cluster.')
      .meta({ example: 'drift' }),
  })
  .meta({ id: 'TrainingRequest' });

const lessonPlace = z.object({ namespace: z.string(), configMap: z.string(), key: z.string() });

const lessonTexts = z
  .object({
    items: z.array(lessonPlace.extend({ text: z.string() })),
    tooLarge: z.array(lessonPlace).meta({ description: 'Values of more than 64 KiB, which are not given.' }),
    left: z.number().int().meta({ description: 'How many more there are.' }),
    problem: problem.nullable().meta({ description: 'Why some could not be read.' }),
  })
  .meta({ id: 'LessonTexts' });

/** Routes of training clusters and of lessons, by their path. */
export const trainingPaths: ZodOpenApiPathsObject = {
  '/api/v1/training': {
    get: {
      operationId: 'getTraining',
      summary: 'Which training clusters there are, and which is looked at',
      responses: answers('The training clusters.', trainingView),
    },
    post: {
      operationId: 'restartTraining',
      summary: 'Begins a training cluster anew, the same or another: all that was changed in it is gone',
      requestBody: { required: true, content: { 'application/json': { schema: trainingBody } } },
      responses: {
        ...answers('It has begun; what is looked at now.', sourceView),
        '403': problemResponse('No training cluster is looked at, changes are off, or another site asked.'),
        '409': problemResponse('One is being begun.'),
      },
    },
  },
  '/api/v1/lessons': {
    get: {
      operationId: 'listLessons',
      summary:
        'Lessons that trainers put into ConfigMaps with the label kpr-explorer.io/lesson=true, in the namespace of the agents',
      responses: answers('Their texts, as they stand there.', lessonTexts),
    },
  },
};

export const sameTrainingView: Same<z.infer<typeof trainingView>, TrainingView> = true;
export const sameTrainingBody: Same<z.infer<typeof trainingBody>, TrainingRequest> = true;
export const sameLessonTexts: Same<z.infer<typeof lessonTexts>, LessonTexts> = true;
