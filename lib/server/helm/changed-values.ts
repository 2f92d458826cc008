import { asObject } from '@/lib/cilium/json-value';
import type { HelmValues } from './stored-release';

/** One value of a release: where it stands, what the user had given there before, and what is to stand there. Absent: nothing. */
export type ValueChange = { path: string[]; from?: unknown; to?: unknown };

/** The parts of a path as plans write it: `loadBalancer.mode`; a key in `extraConfig` is one part. */
export function valuePath(path: string): string[] {
  const extra = 'extraConfig.';
  return path.startsWith(extra) ? ['extraConfig', path.slice(extra.length)] : path.split('.');
}

/** What stands at a path; undefined: nothing. */
export function valueAt(values: HelmValues, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, part) => {
    const below = asObject(at);
    return below !== null && Object.hasOwn(below, part) ? below[part] : undefined;
  }, values);
}

function put(values: HelmValues, [part, ...rest]: readonly string[], value: unknown): HelmValues {
  if (part === undefined) return values;
  const { [part]: below, ...others } = values;
  if (rest.length === 0) return value === undefined ? others : { ...values, [part]: value };
  const inner = put({ ...asObject(below) }, rest, value);
  // A map that was made for the value alone goes with it.
  return value === undefined && Object.keys(inner).length === 0 ? others : { ...values, [part]: inner };
}

/** The values with each change made, or taken back; the rest of them stays as it is. */
export function changedValues(
  values: HelmValues,
  changes: readonly ValueChange[],
  side: 'from' | 'to',
): HelmValues {
  return changes.reduce((so, { path, [side]: value }) => put(so, path, value), values);
}
