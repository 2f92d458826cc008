import { z } from 'zod';
import { configOwnerOf } from '@/lib/cilium/settings/config-owner';
import type { ConfigMapObject } from '@/lib/snapshot/objects/config-map-object';
import { keyTimestamps, managedFieldsSchema, managersOf, writtenTimestamp } from './written-timestamp';

const texts = z.record(z.string(), z.string()).nullish();

const schema = z.object({
  metadata: z.object({
    name: z.string(),
    namespace: z.string(),
    labels: texts,
    annotations: texts,
    managedFields: managedFieldsSchema,
  }),
  data: texts,
});

/** Reshapes a ConfigMap; null where it is not in the form of one. */
export function toConfigMap(object: unknown): ConfigMapObject | null {
  const parsed = schema.safeParse(object);
  if (!parsed.success) return null;
  const { name, namespace, labels, annotations, managedFields } = parsed.data.metadata;
  return {
    namespace,
    name,
    data: parsed.data.data ?? {},
    writtenTimestamp: writtenTimestamp(managedFields),
    keyTimestamps: keyTimestamps(managedFields, ['data']),
    owner: configOwnerOf({
      labels: labels ?? {},
      annotations: annotations ?? {},
      managers: managersOf(managedFields),
    }),
  };
}
