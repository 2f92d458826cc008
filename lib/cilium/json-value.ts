/** A JSON object of which nothing is known yet. */
export type JsonObject = { readonly [key: string]: unknown };

/** Gives the value as an object, or null for anything else (arrays too). */
export function asObject(value: unknown): JsonObject | null {
  // A non-null object that is no array can be asked for any key.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** Gives the value as an array; empty for anything else (Go prints `null` for an empty slice). */
export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Gives a non-empty string, or undefined (Go leaves out empty ones). */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Gives a finite number, or undefined. */
export function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Gives the strings of an array that are not empty. */
export function asTexts(value: unknown): string[] {
  return asArray(value).filter((item): item is string => typeof item === 'string' && item !== '');
}
