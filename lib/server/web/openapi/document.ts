import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { adviceView } from './advice-schemas';
import { agentCommand, agentList, agentView, rawAnswerView } from './agent-schemas';
import { agreementView } from './agreement-schemas';
import { convergenceList } from './convergence-schemas';
import { fieldListSchema, fieldQuery } from './field-schemas';
import { frontendDetail } from './frontend-schemas';
import { frontendQuery } from './frontend-query';
import { frontendPage, liveEvent } from './live-schemas';
import { planBody } from './plan-body';
import { planView } from './plan-schemas';
import { answers, problemResponse } from './responses';
import { rolloutPaths } from './rollout-paths';
import { settingsView } from './settings-schemas';
import { sourceView } from './source-schemas';
import { trainingPaths } from './training-paths';

const node = z.string().meta({ description: 'Name of a node, as Kubernetes has it.' });
const key = z
  .string()
  .meta({ description: 'A frontend as agents print it, percent-encoded.', example: '10.96.0.1:443/TCP' });

const notFound = { '404': problemResponse('No agent, or no frontend, of that name.') };
const notModified = { '304': { description: 'Nothing has changed since the answer with that `ETag`.' } };

const paths: ZodOpenApiPathsObject = {
  '/api/v1/source': {
    get: {
      operationId: 'getSource',
      summary: 'Which cluster is looked at, and whether its API server answers',
      responses: answers('The source.', sourceView),
    },
  },
  '/api/v1/agents': {
    get: {
      operationId: 'listAgents',
      summary: 'Every Cilium agent with its status and the age of its answers',
      responses: answers('All agents.', agentList),
    },
  },
  '/api/v1/agents/{node}': {
    get: {
      operationId: 'getAgent',
      summary: 'The agent of one node',
      requestParams: { path: z.object({ node }) },
      responses: { ...answers('The agent.', agentView), ...notFound },
    },
  },
  '/api/v1/agents/{node}/raw/{command}': {
    get: {
      operationId: 'getRawAnswer',
      summary: 'Runs one command in the agent now and gives its output as it came',
      requestParams: { path: z.object({ node, command: agentCommand }) },
      responses: { ...answers('What was run, and its output.', rawAnswerView), ...notFound },
    },
  },
  '/api/v1/agreement': {
    get: {
      operationId: 'getAgreement',
      summary: 'Whether every agent has what it must have, and where not',
      responses: answers('Problems by gravity, and what differs rightly.', agreementView),
    },
  },
  '/api/v1/settings': {
    get: {
      operationId: 'getSettings',
      summary: 'What is desired of each setting, what the agents report, and why they differ',
      responses: answers('By groups of nodes of which the same is to be said.', settingsView),
    },
  },
  '/api/v1/plans': {
    post: {
      operationId: 'makePlan',
      summary:
        'What a change of settings would write, break and need, on the cluster of now; nothing is written',
      requestBody: { required: true, content: { 'application/json': { schema: planBody } } },
      responses: answers('The plan.', planView),
    },
  },
  ...rolloutPaths,
  ...trainingPaths,
  '/api/v1/advice': {
    get: {
      operationId: 'getAdvice',
      summary: 'What rules have to say of how the cluster is set up, with reasons and evidence',
      responses: answers('What does harm first.', adviceView),
    },
  },
  '/api/v1/convergence': {
    get: {
      operationId: 'getConvergence',
      summary: 'When each agent followed the latest changes of the API',
      responses: answers('The latest changes, newest first.', convergenceList),
    },
  },
  '/api/v1/fields': {
    get: {
      operationId: 'listFields',
      summary: 'What every line of `cilium status` means: the catalogue that the Status page explains from',
      requestParams: { query: fieldQuery },
      responses: answers('The catalogue, for every version or for one.', fieldListSchema),
    },
  },
  '/api/v1/frontends': {
    get: {
      operationId: 'listFrontends',
      summary: 'The frontends that match, over all agents',
      requestParams: {
        query: frontendQuery,
        header: z.object({ 'If-None-Match': z.string().optional() }),
      },
      responses: { ...answers('One page of them.', frontendPage), ...notModified },
    },
  },
  '/api/v1/frontends/{key}': {
    get: {
      operationId: 'getFrontend',
      summary: 'One frontend with its policies and the lines of output it came from',
      requestParams: { path: z.object({ key }) },
      responses: { ...answers('The frontend.', frontendDetail), ...notFound },
    },
  },
  '/api/v1/events': {
    get: {
      operationId: 'followEvents',
      summary: 'Everything at once, then each change (server-sent events)',
      requestParams: {
        header: z.object({ 'Last-Event-ID': z.string().optional() }),
        query: z.strictObject({
          lastEventId: z
            .string()
            .optional()
            .meta({ description: 'As the header `Last-Event-ID`, for readers that cannot set it.' }),
        }),
      },
      responses: {
        '200': {
          description:
            'A stream without end. Each event has `id` (the revision), `event` (its kind) and `data` (the schema below, as JSON on one line).',
          content: { 'text/event-stream': { schema: liveEvent } },
        },
        '503': problemResponse('The collector is not running.'),
        default: problemResponse('Refused, or failed.'),
      },
    },
  },
  '/api/v1/openapi.json': {
    get: {
      operationId: 'getOpenApi',
      summary: 'This document',
      responses: {
        '200': {
          description: 'OpenAPI 3.1.',
          content: { 'application/json': { schema: { type: 'object' } } },
        },
      },
    },
  },
  ...Object.fromEntries(
    [
      ['/livez', 'isAlive', 'Whether the process answers'] as const,
      ['/readyz', 'isReady', 'Whether every agent has been asked once'] as const,
    ].map(([path, operationId, summary]) => [
      path,
      {
        get: {
          operationId,
          summary,
          responses: {
            '200': { description: 'Yes.', content: { 'text/plain': { schema: z.string() } } },
            '503': { description: 'Not yet.', content: { 'text/plain': { schema: z.string() } } },
          },
        },
      },
    ]),
  ),
};

/** The OpenAPI 3.1 document of the HTTP API, made from the schemas that are held equal to the types in lib/snapshot. */
export function openApiDocument(version: string) {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'KPR Explorer',
      version,
      description:
        'What Cilium does in place of kube-proxy, as its agents report it. Every route only reads, but those that begin a rollout or ask something of one, and the one that begins a training cluster anew. Errors are RFC 9457 problem documents.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [],
    paths,
  });
}
