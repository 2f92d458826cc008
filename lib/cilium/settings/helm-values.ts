import { knobs } from './knob-catalogue';

/** The longest value that is kept; none of a knob's is longer. */
const valueMaxChars = 1_000;

function valueAt(values: unknown, path: string): unknown {
  let at: unknown = values;
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<string, unknown>)[part];
  }
  return at;
}

function asText(value: unknown): string | null {
  if (typeof value === 'string') return value.slice(0, valueMaxChars);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return null;
  return value
    .flatMap((item) => asText(item) ?? [])
    .join(',')
    .slice(0, valueMaxChars);
}

/**
 * Picks the values of knobs out of what a user gave Helm, by path (`loadBalancer.mode`). Nothing else of them is
 * kept: values can hold secrets. Keys in `extraConfig` have the path `extraConfig.KEY`.
 */
export function helmValuesOfKnobs(values: unknown): Record<string, string> {
  const paths = new Set(knobs.flatMap(({ key, helm }) => [helm ?? [], `extraConfig.${key}`].flat()));
  const extra = valueAt(values, 'extraConfig');
  const found: Record<string, string> = {};
  for (const path of paths) {
    const key = path.startsWith('extraConfig.') ? path.slice('extraConfig.'.length) : null;
    const text = asText(key === null ? valueAt(values, path) : valueAt(extra, key));
    if (text !== null) found[path] = text;
  }
  return found;
}
