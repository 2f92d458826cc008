import { z } from 'zod';
import type { NodeConfigObject } from '@/lib/snapshot/objects/node-config-object';
import { labelSelectorSchema } from './label-selector-schema';
import { keyTimestamps, managedFieldsSchema, writtenTimestamp } from './written-timestamp';

const schema = z.object({
  metadata: z.object({ name: z.string(), namespace: z.string(), managedFields: managedFieldsSchema }),
  spec: z
    .object({
      nodeSelector: labelSelectorSchema.nullish(),
      defaults: z.record(z.string(), z.string()).nullish(),
    })
    .nullish(),
});

/** Reshapes a CiliumNodeConfig; null where it is not in the form of one. */
export function toNodeConfig(object: unknown): NodeConfigObject | null {
  const parsed = schema.safeParse(object);
  if (!parsed.success) return null;
  const { metadata, spec } = parsed.data;
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    nodeSelector: spec?.nodeSelector ?? null,
    defaults: spec?.defaults ?? {},
    writtenTimestamp: writtenTimestamp(metadata.managedFields),
    keyTimestamps: keyTimestamps(metadata.managedFields, ['spec', 'defaults']),
  };
}
