import { z } from 'zod';
import { nodeForm, nodesMax } from '@/lib/cilium/plan/plan-text';
import type {
  AuditEntry,
  ChangePermission,
  RolloutAction,
  RolloutList,
  RolloutRequest,
  RolloutView,
} from '@/lib/snapshot/rollout-view';
import { problem, timestamp } from './common-schemas';
import { planChanges } from './plan-body';
import type { Same } from './same-type';

const phase = z
  .enum(['writing', 'restarting', 'verifying', 'done', 'rolling-back', 'rolled-back', 'aborted', 'failed'])
  .meta({ description: '`aborted` left things as they were when it was said; `failed` needs a person.' });

export const rolloutAction = z.enum(['pause', 'resume', 'abort', 'rollback']).meta({ id: 'RolloutAction' });

const way = z.enum(['helm', 'patch']).meta({
  description: '`helm upgrade` of the release that owns the ConfigMap, or a patch of the object itself.',
});
const nodeState = z.enum(['waiting', 'restarting', 'ready', 'verified', 'failed', 'reverted']);

const node = z
  .object({
    node: z.string(),
    state: nodeState,
    sinceTimestamp: timestamp,
    pod: z.string().nullable(),
    realised: z
      .array(z.object({ key: z.string(), value: z.string().nullable() }))
      .meta({ description: 'What the agent reports of each key; null: nothing yet.' }),
    log: z.array(z.string()).meta({ description: 'Last lines of the log of the container that failed.' }),
    failure: z
      .object({ line: z.string(), ruleId: z.string().nullable() })
      .nullable()
      .meta({ description: 'The fatal line, and the rule it belongs to.' }),
    history: z.array(z.object({ state: nodeState, sinceTimestamp: timestamp, back: z.boolean() })).meta({
      description:
        'The states it went through, as far as they were seen, oldest first. `back`: while the old values were brought about.',
    }),
  })
  .meta({ id: 'RolloutNode' });

const step = z
  .object({
    number: z.number().int(),
    startedTimestamp: timestamp,
    endedTimestamp: timestamp.nullable(),
    what: z.string(),
    node: z.string().nullable(),
    outcome: z.enum(['ok', 'failed']).nullable(),
    detail: z.string().nullable(),
  })
  .meta({ id: 'RolloutStep', description: 'One step, as the journal holds it: written before it is done.' });

const rolloutItem = z.object({
  id: z.string(),
  planId: z.string(),
  by: z.string().meta({ description: 'Who asked for it, as the API server knows them.' }),
  fromAddress: z.string().nullable(),
  startedTimestamp: timestamp,
  endedTimestamp: timestamp.nullable(),
  phase,
  verifiedTimestamp: timestamp.nullable().meta({
    description:
      'When every node that is concerned was first known to have the new values; kept through a rollback. null: not yet, or never.',
  }),
  paused: z.boolean(),
  rollsBackOnFailure: z.boolean(),
  way,
  changes: z.array(z.object({ key: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  chosenNodes: z.array(z.string()).nullable(),
  canary: z
    .object({
      object: z.string(),
      inForce: z.boolean(),
      absorbedBy: z
        .string()
        .nullable()
        .meta({ description: 'The rollout that brought its values to every node since.' }),
    })
    .nullable()
    .meta({ description: 'The CiliumNodeConfig of a rollout for chosen nodes, and what became of it.' }),
  problems: z
    .object({ before: z.number().int(), after: z.number().int().nullable() })
    .meta({ description: 'Problems of the agreement before it began, and after it ended.' }),
  problem: problem.nullable(),
  actions: z.array(rolloutAction).meta({ description: 'What may be asked of it now.' }),
});

export const rolloutView = rolloutItem
  .extend({ nodes: z.array(node), steps: z.array(step) })
  .meta({ id: 'Rollout', description: 'A change of settings while it happens, and after.' });

export const rolloutList = z
  .object({ items: z.array(rolloutItem.meta({ id: 'RolloutItem' })) })
  .meta({ id: 'RolloutList', description: 'Newest first, without steps and nodes.' });

export const changePermission = z
  .object({
    allowed: z.boolean(),
    offByServer: z.boolean().meta({ description: 'Started without --allow-changes, or with --read-only.' }),
    missing: z.array(
      z.object({
        verb: z.string(),
        resource: z.string(),
        namespace: z.string(),
        name: z.string().nullable(),
      }),
    ),
    lockedBy: z.string().nullable().meta({ description: 'Who else holds the lock of this cluster.' }),
    helm: z
      .object({ release: z.string(), possible: z.boolean(), reason: z.string().nullable() })
      .optional()
      .meta({
        description: 'The Helm release that owns the ConfigMap, and whether it can be upgraded from here.',
      }),
  })
  .meta({ id: 'ChangePermission', description: 'Whether changes are possible here, and if not, why.' });

/** What `POST /api/v1/rollouts` takes. */
export const rolloutBody = z
  .strictObject({
    changes: planChanges,
    nodes: z.array(z.string().regex(nodeForm, 'This is no name of a node.')).min(1).max(nodesMax).optional(),
    planId: z.string().max(64).meta({ description: 'The id of the plan that was looked at.' }),
    rollsBackOnFailure: z.boolean().optional().meta({ description: 'On unless said otherwise.' }),
    way: way.optional().meta({
      description:
        'Where it is not said: `helm` where a Helm release owns the ConfigMap and can be upgraded from here, else `patch`.',
    }),
    despiteOwner: z
      .boolean()
      .optional()
      .meta({ description: 'Needed for a patch where somebody else owns the ConfigMap, and may revert it.' }),
  })
  .meta({ id: 'RolloutRequest' });

/** An action takes nothing; the body is there so that a form of another site cannot ask for it. */
export const actionBody = z.strictObject({}).meta({ id: 'RolloutActionRequest' });

const auditEntry = z
  .object({
    number: z.number().int(),
    timestamp,
    by: z.string(),
    fromAddress: z.string().nullable(),
    rolloutId: z.string().nullable(),
    planId: z.string().nullable(),
    what: z.string(),
    outcome: z.enum(['ok', 'failed', 'refused']),
    detail: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry', description: 'One thing that was asked or done.' });

/** The query of the audit. */
export const auditQuery = z.strictObject({
  format: z.enum(['json', 'jsonl', 'csv']).optional().meta({
    description: '`jsonl`: one entry a line; `csv`: RFC 4180, with a line of names. Default: json.',
  }),
});

export const auditList = z.object({ items: z.array(auditEntry) }).meta({ id: 'Audit' });

export const sameRolloutView: Same<z.infer<typeof rolloutView>, RolloutView> = true;
export const sameRolloutList: Same<z.infer<typeof rolloutList>, RolloutList> = true;
export const samePermission: Same<z.infer<typeof changePermission>, ChangePermission> = true;
export const sameRolloutBody: Same<z.infer<typeof rolloutBody>, RolloutRequest> = true;
export const sameRolloutAction: Same<z.infer<typeof rolloutAction>, RolloutAction> = true;
export const sameAudit: Same<z.infer<typeof auditList>, { items: AuditEntry[] }> = true;
