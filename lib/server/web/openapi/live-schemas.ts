import { z } from 'zod';
import type { FrontendPage, LiveEvent } from '@/lib/snapshot/live-event';
import { adviceView } from './advice-schemas';
import { agreementSummary } from './agreement-schemas';
import { agentAnswers, agentView } from './agent-schemas';
import { convergence } from './convergence-schemas';
import { revision, timestamp } from './common-schemas';
import { packedFrontend } from './frontend-schemas';
import { frontendPatch } from './patch-schemas';
import { rolloutView } from './rollout-schemas';
import type { Same } from './same-type';
import { settingsView } from './settings-schemas';
import { clusterFacts, sourceView } from './source-schemas';

const packedSets = z.object({
  nodeNames: z.array(z.string()).meta({ description: 'Every node that is named, sorted.' }),
  nodeSets: z.array(z.string()).meta({
    description:
      'Each set of nodes as hexadecimal digits, four nodes a digit: the lowest bit of the first digit is the first of `nodeNames`.',
    example: ['f1'],
  }),
  labelSets: z.array(z.array(z.string())).meta({
    description: 'Each different list of labels of a Service, as `key=value`.',
    example: [['app=checkout', 'app.kubernetes.io/part-of=shop']],
  }),
});

const packedFrontends = packedSets.extend({ items: z.array(packedFrontend) }).meta({ id: 'PackedFrontends' });

export const frontendPage = packedFrontends
  .extend({ revision, total: z.number().int(), offset: z.number().int() })
  .meta({
    id: 'FrontendPage',
    description: 'One page of the frontends that match; `total` counts them all.',
  });

export const liveEvent = z
  .discriminatedUnion('event', [
    z.object({
      event: z.literal('snapshot'),
      revision,
      source: sourceView,
      agents: z.array(agentView),
      facts: clusterFacts,
      frontends: packedFrontends,
    }),
    packedSets.partial({ labelSets: true }).extend({
      event: z.literal('delta'),
      revision,
      added: z.array(packedFrontend),
      patched: z.array(frontendPatch),
      removed: z.array(z.string()),
    }),
    z.object({
      event: z.literal('agent'),
      revision,
      agents: z.array(agentView),
      removed: z.array(z.string()),
    }),
    z.object({
      event: z.literal('answers'),
      revision,
      answers: z.record(z.string(), agentAnswers),
    }),
    z.object({ event: z.literal('agreement'), revision, agreement: agreementSummary }),
    z.object({ event: z.literal('settings'), revision, settings: settingsView }),
    z.object({ event: z.literal('advice'), revision, advice: adviceView }),
    z.object({ event: z.literal('convergence'), revision, changes: z.array(convergence) }),
    z.object({ event: z.literal('rollout'), revision, rollout: rolloutView }),
    z.object({ event: z.literal('source'), revision, source: sourceView }),
    z.object({ event: z.literal('facts'), revision, facts: clusterFacts }),
    z.object({ event: z.literal('heartbeat'), revision, timestamp }),
  ])
  .meta({ id: 'LiveEvent', description: 'The `data` of one server-sent event; its `id` is the revision.' });

export const sameFrontendPage: Same<z.infer<typeof frontendPage>, FrontendPage> = true;
export const sameLiveEvent: Same<z.infer<typeof liveEvent>, LiveEvent> = true;
