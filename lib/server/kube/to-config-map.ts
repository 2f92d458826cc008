import { z } from 'zod';
import type { ConfigMapObject } from '@/lib/snapshot/objects/config-map-object';
import { managedFieldsSchema, writtenTimestamp } from './written-timestamp';

const schema = z.object({
  metadata: z.object({
    name: z.string(),
    namespace: z.string(),
    managedFields: managedFieldsSchema,
  }),
  data: z.record(z.string(), z.string()).nullish(),
});

/** Reshapes a ConfigMap; null where it is not in the form of one. */
export function toConfigMap(object: unknown): ConfigMapObject | null {
  const parsed = schema.safeParse(object);
  if (!parsed.success) return null;
  const { name, namespace, managedFields } = parsed.data.metadata;
  return { namespace, name, data: parsed.data.data ?? {}, writtenTimestamp: writtenTimestamp(managedFields) };
}
