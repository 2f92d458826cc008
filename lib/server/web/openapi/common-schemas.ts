import { z } from 'zod';
import type { Problem } from '@/lib/snapshot/source-view';
import type { ProblemDocument } from '@/lib/snapshot/problem-document';
import type { Same } from './same-type';

export const timestamp = z
  .string()
  .meta({ description: 'A time as RFC 3339.', example: '2026-08-22T10:15:00.000Z', format: 'date-time' });

export const revision = z.number().int().meta({ description: 'Grows with every change of what is known.' });

export const problem = z
  .object({
    code: z.enum([
      'not-ready',
      'forbidden',
      'unauthenticated',
      'api-disabled',
      'no-such-binary',
      'no-such-container',
      'pod-gone',
      'timed-out',
      'too-large',
      'half-answer',
      'unreadable',
      'command-failed',
      'connection-lost',
      'throttled',
      'server-error',
      'unreachable',
      'not-found',
      'bad-request',
    ]),
    title: z.string(),
    detail: z.string(),
    hint: z.string().meta({ description: 'What the reader can do.' }),
  })
  .meta({ id: 'Problem', description: 'A failure of the cluster or of one agent, in words.' });

export const problemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string().meta({ description: 'The path that was asked for.' }),
    hint: z.string().meta({ description: 'What the caller can do.' }),
    errors: z
      .array(z.object({ parameter: z.string(), detail: z.string() }))
      .optional()
      .meta({ description: 'The parameters that were refused.' }),
    rules: z
      .array(
        z.object({
          id: z.string(),
          verdict: z.enum(['pass', 'warn', 'fatal', 'unknown']),
          message: z.string(),
        }),
      )
      .optional()
      .meta({ description: 'The rules that agents would die of.' }),
  })
  .meta({ id: 'ProblemDocument', description: 'An error of this API (RFC 9457).' });

export const sameProblem: Same<z.infer<typeof problem>, Problem> = true;
export const sameProblemDocument: Same<z.infer<typeof problemDocument>, ProblemDocument> = true;
