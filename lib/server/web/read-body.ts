import type { z } from 'zod';
import { HttpProblem } from './problem/problem-response';

const hint = 'The body is described in /api/v1/openapi.json.';

async function parsed(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new HttpProblem('bad-request', { detail: 'The body is not valid JSON.', hint });
  }
}

/**
 * Reads and checks the JSON of a request, whose size the guard has bounded. Throws HttpProblem `bad-request` that names
 * what was refused.
 */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const result = schema.safeParse(await parsed(request));
  if (result.success) return result.data;
  const errors = result.error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ parameter: path.map(String).join('.').slice(0, 100), detail: message }));
  const detail = errors.map((one) => `${one.parameter}: ${one.detail}`).join(' ');
  throw new HttpProblem('bad-request', { detail: detail.slice(0, 1000), hint, errors });
}
