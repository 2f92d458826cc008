import { z } from 'zod';

/** Who wrote an object, and when. */
export const managedFieldsSchema = z.array(z.object({ time: z.string().nullish() })).nullish();

/** When an object was last stored, as far as it says so (RFC 3339). */
export function writtenTimestamp(managedFields: z.infer<typeof managedFieldsSchema>): string | null {
  const times = (managedFields ?? []).flatMap(({ time }) => time ?? []).sort();
  return times.at(-1) ?? null;
}
