import { z } from 'zod';
import type { ConvergenceList } from '@/lib/snapshot/convergence-view';
import { revision, timestamp } from './common-schemas';
import type { Same } from './same-type';

const delay = z.number().meta({ description: 'Milliseconds.' });

export const convergence = z
  .object({
    id: z.number().int(),
    service: z.object({ namespace: z.string(), name: z.string() }),
    what: z.string().meta({ example: '1 backend added, 1 backend removed' }),
    changedAt: timestamp,
    agents: z.number().int().meta({ description: 'Agents whose table had to follow.' }),
    followed: z.number().int(),
    delaysMs: z
      .object({ least: delay, median: delay, p95: delay, most: delay })
      .nullable()
      .meta({ description: 'From the change to the first answer that had it: an upper bound.' }),
    slowest: z.array(z.object({ node: z.string(), delayMs: delay })),
    waiting: z.array(z.string()).meta({ description: 'Nodes that have not followed: the first 20.' }),
  })
  .meta({ id: 'Convergence', description: 'One change of the API, and when agents followed.' });

export const convergenceList = z
  .object({ revision, changes: z.array(convergence) })
  .meta({ id: 'ConvergenceList', description: 'The latest changes, newest first.' });

export const sameConvergenceList: Same<z.infer<typeof convergenceList>, ConvergenceList> = true;
