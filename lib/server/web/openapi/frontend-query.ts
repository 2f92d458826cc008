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

/** The query of `GET /api/v1/frontends`: `a,b` or the parameter repeated stands for "one of". */
export const frontendQuery = z.strictObject({
  q: z
    .string()
    .max(maxTextLength)
    .optional()
    .meta({ description: 'Words that must all occur: address, service, namespace, pod, workload, node.' }),
  type: z.array(serviceType).optional().meta({ description: 'Service types.' }),
  state: z
    .array(backendState)
    .optional()
    .meta({ description: 'Rows with a backend in one of these states.' }),
  namespace: z.array(name).optional().meta({ description: 'Namespaces of the Service.' }),
  node: z.array(name).optional().meta({ description: 'Rows that one of these nodes has.' }),
  problem: z
    .array(z.enum([...problemKind.options, 'any']))
    .optional()
    .meta({ description: 'Kinds of problem; `any` keeps every row that has one.' }),
  sort: sort.optional().meta({ description: 'Default `service`; a leading `-` turns the order round.' }),
  offset: count(10_000_000).optional().meta({ description: 'Rows to leave out; default 0.' }),
  limit: count(1_000_000).optional().meta({ description: 'Rows to give; default all.' }),
});

export const sameFrontendFilter: Same<z.infer<typeof frontendQuery>, FrontendFilter> = true;
