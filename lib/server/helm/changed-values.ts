import { asObject } from '@/lib/cilium/json-value';
import type { HelmValues } from './stored-release';

/**
 * One value of a release: where it stands, what the user had given there, what is to stand there, and what the chart had
 * as its default. Absent: nothing.
 */
export type ValueChange = { path: string[]; from?: unknown; to?: unknown; chartDefault?: unknown };

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

/** The values with each change made; the rest of them stays as it is. */
export function changedValues(values: HelmValues, changes: readonly ValueChange[]): HelmValues {
  return changes.reduce((so, { path, to }) => put(so, path, to), values);
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * What brings the effect of before back. `helm upgrade --reuse-values` writes the values it reuses into the defaults of
 * the chart that the release keeps (Helm 3, pkg/action/upgrade.go): to take a value out is not enough then, and the
 * default of before is given in its place; null takes a default away.
 */
export function undoneValues(
  values: HelmValues,
  changes: readonly ValueChange[],
  chartValues: HelmValues,
): HelmValues {
  const back = changes.map(({ path, from, chartDefault }): ValueChange => {
    const isKept = from !== undefined || isSame(valueAt(chartValues, path), chartDefault);
    return { path, to: isKept ? from : (chartDefault ?? null) };
  });
  return changedValues(values, back);
}
