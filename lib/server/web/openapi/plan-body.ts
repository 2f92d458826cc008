import { z } from 'zod';
import { changesMax, keyForm, nodeForm, nodesMax, valueForm } from '@/lib/cilium/plan/plan-text';

const key = z
  .string()
  .regex(keyForm, 'A key has small letters, digits and hyphens, and at most 63 of them.')
  .meta({ description: 'A key of the ConfigMap `cilium-config`.', example: 'bpf-lb-mode' });

const value = z
  .string()
  .regex(valueForm, 'A value has at most 200 characters, and no control characters.')
  .nullable()
  .meta({ description: 'Null takes the key out, so that the agent’s default holds.', example: 'dsr' });

/** Keys and their new values, as plans and rollouts take them. */
export const planChanges = z
  .record(key, value)
  .refine((changes) => Object.keys(changes).length > 0, 'A plan has at least one change.')
  .refine(
    (changes) => Object.keys(changes).length <= changesMax,
    `A plan has at most ${changesMax} changes.`,
  );

/** What `POST /api/v1/plans` takes. */
export const planBody = z
  .strictObject({
    changes: planChanges,
    nodes: z
      .array(z.string().regex(nodeForm, 'This is no name of a node.'))
      .min(1)
      .max(nodesMax)
      .nullable()
      .optional()
      .meta({ description: 'Nodes to change alone, by a CiliumNodeConfig; without it all are changed.' }),
  })
  .meta({ id: 'PlanRequest' });
