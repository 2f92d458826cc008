import { z } from 'zod';
import type {
  AuditEntry,
  ChangePermission,
  RolloutList,
  RolloutRequest,
  RolloutView,
} from '@/lib/snapshot/rollout-view';
import { problem, timestamp } from './common-schemas';
import type { Same } from './same-type';

const change = z.object({
  key: z.string(),
  from: z.string().nullable().meta({ description: 'Null where the key was not in the ConfigMap.' }),
  to: z.string().nullable().meta({ description: 'Null where the key is taken out.' }),
});

const node = z
  .object({
    node: z.string(),
    state: z.enum(['waiting', 'restarting', 'ready', 'verified', 'failed', 'reverted']).meta({
      description: '`verified` agents report the new value, `reverted` ones the old value again.',
    }),
    sinceTimestamp: timestamp,
    pod: z.string().nullable(),
    realised: z
      .array(z.object({ key: z.string(), value: z.string().nullable() }))
      .meta({ description: 'What the agent reports of each key; null: it has not said yet.' }),
    log: z.array(z.string()).meta({ description: 'Last lines of the log of the container that failed.' }),
    failure: z
      .object({ line: z.string(), ruleId: z.string().nullable() })
      .nullable()
      .meta({ description: 'The fatal line, and the rule it belongs to where one is known.' }),
  })
  .meta({ id: 'RolloutNode' });

const step = z
  .object({
    number: z.number().int(),
    startedTimestamp: timestamp,
    endedTimestamp: timestamp.nullable().meta({ description: 'Null while it is being done.' }),
    what: z.string(),
    node: z.string().nullable(),
    outcome: z.enum(['ok', 'failed']).nullable(),
    detail: z.string().nullable(),
  })
  .meta({ id: 'RolloutStep', description: 'One step, as the journal holds it.' });

const summary = z.object({
  id: z.string(),
  planId: z.string(),
  by: z.string().meta({ description: 'Who asked for it, as the API server knows them.' }),
  fromAddress: z.string().nullable(),
  startedTimestamp: timestamp,
  endedTimestamp: timestamp.nullable(),
  phase: z.enum([
    'writing',
    'restarting',
    'verifying',
    'done',
    'rolling-back',
    'rolled-back',
    'aborted',
    'failed',
  ]),
  paused: z.boolean(),
  rollsBackOnFailure: z.boolean(),
  changes: z.array(change),
  chosenNodes: z.array(z.string()).nullable().meta({
    description: 'Null: the ConfigMap, for every node; names: a CiliumNodeConfig for these.',
  }),
  problems: z
    .object({ before: z.number().int(), after: z.number().int().nullable() })
    .meta({ description: 'Problems of the agreement before it began and after it ended.' }),
  problem: problem.nullable().meta({ description: 'What stopped it; null while nothing did.' }),
  actions: z.array(z.enum(['pause', 'resume', 'abort', 'rollback'])).meta({
    description: 'What may be asked of it now.',
  }),
});

export const rolloutView = summary
  .extend({ nodes: z.array(node), steps: z.array(step) })
  .meta({ id: 'Rollout', description: 'A change while it happens, and what became of it.' });

export const rolloutList = z
  .object({ items: z.array(summary.meta({ id: 'RolloutSummary' })) })
  .meta({ id: 'RolloutList', description: 'Rollouts, newest first, without their nodes and steps.' });

export const changePermission = z
  .object({
    allowed: z.boolean(),
    offByServer: z.boolean().meta({
      description: 'The server was started without `--allow-changes`, or with `--read-only`.',
    }),
    missing: z
      .array(
        z.object({
          verb: z.string(),
          resource: z.string(),
          namespace: z.string(),
          name: z.string().nullable(),
        }),
      )
      .meta({ description: 'Verbs the caller needs and has not, as SelfSubjectAccessReview says.' }),
    lockedBy: z.string().nullable().meta({ description: 'Who holds the lock of this cluster’s rollouts.' }),
  })
  .meta({ id: 'ChangePermission', description: 'Whether changes are possible here, and if not, why.' });

export const rolloutRequest = z
  .object({
    changes: z.record(z.string(), z.string().nullable()),
    nodes: z.array(z.string()).optional(),
    planId: z.string().meta({ description: 'The plan is made again, and must have this id.' }),
    rollsBackOnFailure: z.boolean().optional().meta({ description: 'On unless said otherwise.' }),
    despiteOwner: z.boolean().optional().meta({
      description: 'Needed where somebody else owns the ConfigMap and will revert the change.',
    }),
  })
  .meta({ id: 'RolloutRequest' });

export const auditEntry = z
  .object({
    number: z.number().int(),
    timestamp,
    by: z.string(),
    fromAddress: z.string().nullable(),
    rolloutId: z.string().nullable(),
    what: z.string(),
    outcome: z.enum(['ok', 'failed', 'refused']),
    detail: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry', description: 'One thing that was asked or done.' });

export const sameRolloutView: Same<z.infer<typeof rolloutView>, RolloutView> = true;
export const sameRolloutList: Same<z.infer<typeof rolloutList>, RolloutList> = true;
export const sameChangePermission: Same<z.infer<typeof changePermission>, ChangePermission> = true;
export const sameRolloutRequest: Same<z.infer<typeof rolloutRequest>, RolloutRequest> = true;
export const sameAuditEntry: Same<z.infer<typeof auditEntry>, AuditEntry> = true;
