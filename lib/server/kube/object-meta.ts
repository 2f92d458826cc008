import { z } from 'zod';

/** The part of every object's metadata that list and watch need. */
export const objectMetaSchema = z.looseObject({
  metadata: z.looseObject({
    name: z.string().default(''),
    namespace: z.string().nullish(),
    resourceVersion: z.string().nullish(),
  }),
});

/** Gives `namespace/name`, or the name alone for what has no namespace. */
export function objectKey(namespace: string | null | undefined, name: string): string {
  return namespace ? `${namespace}/${name}` : name;
}
