import { z } from 'zod';
import type { AgreementSummary, AgreementView } from '@/lib/snapshot/agreement-view';
import { revision, timestamp } from './common-schemas';
import { differenceKinds, doubtReason, serviceRef, severity } from './frontend-schemas';
import type { Same } from './same-type';

const key = z.string().meta({ example: '10.96.0.1:443/TCP' });
const nodes = z.array(z.string()).meta({ description: 'The nodes that differ, sorted.' });
const count = z.number().int();

const divergence = z
  .object({
    key: key.nullable(),
    service: serviceRef.nullable(),
    kind: z.enum([...differenceKinds, 'settings-differ']),
    severity,
    nodes,
    difference: z.string(),
    consequence: z.string().meta({ description: 'What it does to traffic.' }),
    explanation: z.string().nullable().meta({ description: 'Why it came to be, where that is known.' }),
    since: timestamp,
  })
  .meta({ id: 'Divergence', description: 'An agent has, or runs with, something else than it must.' });

const expectedDivergence = z
  .object({
    key,
    frontends: count,
    service: serviceRef.nullable(),
    kind: z.enum([...differenceKinds, 'own-rows']),
    reason: z.enum([
      'host-port',
      'local-redirect',
      'node-address',
      'chosen-nodes',
      'traffic-policy',
      'topology',
      'propagation',
      'agent-restarted',
      'graceful-termination',
    ]),
    nodes,
    difference: z.string(),
    explanation: z.string(),
    since: timestamp.nullable(),
  })
  .meta({
    id: 'ExpectedDivergence',
    description: 'Nodes differ, by design or not for long enough to matter.',
  });

export const agreementView = z
  .object({
    revision,
    checkedAt: timestamp.nullable(),
    agents: z.object({
      total: count,
      judged: count,
      unjudged: z.array(
        z.object({
          node: z.string(),
          reason: z.enum([
            'no-answer',
            'old-answer',
            'status-unread',
            'version-unknown',
            'node-unknown',
            'objects-unread',
          ]),
        }),
      ),
    }),
    frontends: z.object({
      total: count,
      agreed: count,
      differing: count,
      unjudged: count,
      doubts: z.array(z.object({ reason: doubtReason, frontends: count, explanation: z.string() })),
    }),
    missingKinds: z.array(z.string()),
    patience: z.object({
      propagationMs: z.number(),
      restartMs: z.number(),
      terminationMs: z.number(),
    }),
    problems: z.array(divergence),
    problemCount: count,
    expected: z.array(expectedDivergence),
    expectedCount: count,
  })
  .meta({ id: 'Agreement', description: 'Whether every agent has what it must have.' });

export const agreementSummary = agreementView
  .omit({ expected: true })
  .meta({ id: 'AgreementSummary', description: 'The agreement without what differs rightly.' });

export const sameAgreementSummary: Same<z.infer<typeof agreementSummary>, AgreementSummary> = true;
export const sameAgreementView: Same<z.infer<typeof agreementView>, AgreementView> = true;
