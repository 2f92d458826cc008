import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { answers, problemResponse } from './responses';
import {
  actionBody,
  auditList,
  auditQuery,
  changePermission,
  rolloutBody,
  rolloutList,
  rolloutView,
} from './rollout-schemas';

const id = z.string().meta({ description: 'The id of a rollout.', example: '4f0c21aa' });
const path = z.object({ id });
const notFound = { '404': problemResponse('There is no such rollout.') };
const refusals = {
  '403': problemResponse('Changes are off, our user lacks a verb, or another site asked.'),
  '409': problemResponse(
    'The plan is another by now, a rollout is under way, or this one does not take it now.',
  ),
  '502': problemResponse('The API server did not do it.'),
};

const actions = {
  pause: 'Restarts no further agent until it is resumed',
  resume: 'Goes on after a pause',
  abort: 'Stops and leaves things as they are',
  rollback: 'Goes back to the values of before, also after it has ended',
} as const;

/** Routes of rollouts, by their path. */
export const rolloutPaths: ZodOpenApiPathsObject = {
  '/api/v1/rollouts': {
    get: {
      operationId: 'listRollouts',
      summary: 'Every rollout of this cluster that the journal knows',
      responses: answers('Newest first.', rolloutList),
    },
    post: {
      operationId: 'beginRollout',
      summary: 'Applies a plan: writes the ConfigMap, restarts the agents and verifies each',
      requestBody: { required: true, content: { 'application/json': { schema: rolloutBody } } },
      responses: {
        ...answers('It has begun.', rolloutView),
        ...refusals,
        '422': problemResponse('The plan is not applicable: with the rules that agents would die of.'),
      },
    },
  },
  '/api/v1/rollouts/permission': {
    get: {
      operationId: 'getChangePermission',
      summary: 'Whether changes are possible here, and if not, why',
      responses: answers('What is missing, and who holds the lock.', changePermission),
    },
  },
  '/api/v1/rollouts/{id}': {
    get: {
      operationId: 'getRollout',
      summary: 'Where one rollout stands, node by node and step by step',
      requestParams: { path },
      responses: { ...answers('The rollout.', rolloutView), ...notFound },
    },
  },
  ...Object.fromEntries(
    Object.entries(actions).map(([action, summary]) => [
      `/api/v1/rollouts/{id}/${action}`,
      {
        post: {
          operationId: `${action}Rollout`,
          summary,
          requestParams: { path },
          requestBody: { required: true, content: { 'application/json': { schema: actionBody } } },
          responses: { ...answers('The rollout.', rolloutView), ...refusals, ...notFound },
        },
      },
    ]),
  ),
  '/api/v1/audit': {
    get: {
      operationId: 'getAudit',
      summary: 'What was asked, refused and done, by whom and from where; append-only',
      requestParams: { query: auditQuery },
      responses: {
        ...answers('Oldest first.', auditList),
        '200': {
          description: 'Oldest first.',
          content: {
            'application/json': { schema: auditList },
            'application/jsonl': { schema: z.string() },
            'text/csv': { schema: z.string() },
          },
        },
      },
    },
  },
};
