import { z } from 'zod';
import type { FrontendFilter } from '@/lib/snapshot/frontend-filter';
import { backendState, problemKind, serviceType } from './frontend-schemas';
import type { Same } from './same-type';

const sortKeys = ['service', 'address', 'type', 'backends', 'changed', 'problem'] as const;
const sort = z.enum([...sortKeys, ...sortKeys.map((key) => `-${key}` as const)]);

/** Longest text of one value: names in Kubernetes end at 253 characters. */
const maxTextLength = 300;
const name = z.string().min(1).max(maxTextLength);

const count = (max: number) => z.coerce.number().int().min(0).max(max);

/** A parameter that stands for "one of": written as `a,b`, or repeated. */
function oneOf<Item extends z.ZodType>(item: Item, description: string) {
  return z
    .array(item)
    .optional()
    .meta({ description, param: { style: 'form', explode: false } });
}

/** The query of `GET /api/v1/frontends`. */
export const frontendQuery = z.strictObject({
  q: z
    .string()
    .max(maxTextLength)
    .optional()
    .meta({ description: 'Words that must all occur: address, service, namespace, pod, workload, node.' }),
  type: oneOf(serviceType, 'Service types.'),
  state: oneOf(backendState, 'Rows with a backend in one of these states.'),
  namespace: oneOf(name, 'Namespaces of the Service.'),
  node: oneOf(name, 'Rows that one of these nodes has.'),
  problem: oneOf(
    z.enum([...problemKind.options, 'any']),
    'Kinds of problem; `any` keeps every row that has one.',
  ),
  sort: sort.optional().meta({ description: 'Default `service`; a leading `-` turns the order round.' }),
  offset: count(10_000_000).optional().meta({ description: 'Rows to leave out; default 0.' }),
  limit: count(1_000_000).optional().meta({ description: 'Rows to give; default all.' }),
});

export const sameFrontendFilter: Same<z.infer<typeof frontendQuery>, FrontendFilter> = true;
