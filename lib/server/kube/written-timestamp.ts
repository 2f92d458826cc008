import { z } from 'zod';

/** Who wrote an object, when, and which of its fields. */
export const managedFieldsSchema = z
  .array(
    z.object({
      manager: z.string().nullish(),
      time: z.string().nullish(),
      fieldsV1: z.unknown().optional(),
    }),
  )
  .nullish();

type ManagedFields = z.infer<typeof managedFieldsSchema>;

/** When an object was last stored, as far as it says so (RFC 3339). */
export function writtenTimestamp(managedFields: ManagedFields): string | null {
  const times = (managedFields ?? []).flatMap(({ time }) => time ?? []).sort();
  return times.at(-1) ?? null;
}

/** The managers of an object's fields, the one that wrote last at the end. */
export function managersOf(managedFields: ManagedFields): string[] {
  return [...(managedFields ?? [])]
    .sort((a, b) => ((a.time ?? '') < (b.time ?? '') ? -1 : 1))
    .flatMap(({ manager }) => manager ?? []);
}

const fieldsSchema = z.record(z.string(), z.unknown());

/** The fields below one of a `FieldsV1`: `{ "f:data": { "f:bpf-lb-mode": {} } }`. */
function fieldsBelow(fields: unknown, names: readonly string[]): Record<string, unknown> {
  const parsed = fieldsSchema.safeParse(fields);
  if (!parsed.success) return {};
  const [first, ...rest] = names;
  return first === undefined ? parsed.data : fieldsBelow(parsed.data[`f:${first}`], rest);
}

/**
 * When each key of a map within an object was last written, at the latest: the time of the manager that owns it, who
 * may have written another key then. Of two owners the later counts. `path` leads to the map: `['data']`.
 */
export function keyTimestamps(managedFields: ManagedFields, path: readonly string[]): Record<string, string> {
  const latest: Record<string, string> = {};
  for (const { time, fieldsV1 } of managedFields ?? []) {
    if (!time) continue;
    for (const field of Object.keys(fieldsBelow(fieldsV1, path))) {
      const key = field.replace(/^f:/, '');
      if ((latest[key] ?? '') < time) latest[key] = time;
    }
  }
  return latest;
}
