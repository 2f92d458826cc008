import { z } from 'zod';
import { HttpProblem } from './problem/problem-response';

function isList(schema: z.ZodType): boolean {
  return (schema instanceof z.ZodOptional ? schema.unwrap() : schema) instanceof z.ZodArray;
}

/** Gathers a query: a list takes `a,b` and repetition; anything else may be given once. */
function gather(query: URLSearchParams, shape: Record<string, z.ZodType>): Record<string, unknown> {
  const gathered = new Map<string, unknown>();
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    const schema = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (schema && isList(schema)) {
      const items = values.flatMap((value) => value.split(',')).filter((value) => value !== '');
      if (items.length > 0) gathered.set(name, items);
    } else if (values.length > 1) {
      gathered.set(name, values);
    } else if (values[0] !== '') {
      gathered.set(name, values[0]);
    }
  }
  return Object.fromEntries(gathered);
}

function refused(issue: z.core.$ZodIssue): { parameter: string; detail: string }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((parameter) => ({ parameter, detail: 'There is no such parameter.' }));
  }
  return [{ parameter: String(issue.path[0] ?? ''), detail: issue.message }];
}

/** Reads and checks the query of a request. Throws HttpProblem `bad-request` that names each refused parameter. */
export function readQuery<Shape extends Record<string, z.ZodType>>(
  request: Request,
  schema: z.ZodObject<Shape>,
): z.infer<z.ZodObject<Shape>> {
  const result = schema.safeParse(gather(new URL(request.url).searchParams, schema.shape));
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap(refused).slice(0, 20);
  throw new HttpProblem('bad-request', {
    detail: errors
      .map(({ parameter, detail }) => `${parameter}: ${detail}`)
      .join(' ')
      .slice(0, 1000),
    hint: 'The parameters are described in /api/v1/openapi.json.',
    errors,
  });
}
