const escaped: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, item]) => [key, sortKeys(item)]));
}

/**
 * Prints a value as Go's `json.MarshalIndent(value, "", "  ")` prints Cilium's API models: their fields stand in
 * bytewise order of the JSON name, keys that are undefined are left out, and `<`, `>` and `&` are escaped.
 */
export function formatGoJson(value: unknown): string {
  return JSON.stringify(sortKeys(value), null, 2).replace(/[<>&\u2028\u2029]/g, (character) => {
    return escaped[character] ?? character;
  });
}

/** What `-o json` writes: the document, its line feed, and one empty line (pkg/command/output.go, v1.10 to main). */
export function formatJsonOutput(value: unknown): string {
  return `${formatGoJson(value)}\n\n`;
}
