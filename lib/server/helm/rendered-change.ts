import { loadAllYaml } from '@kubernetes/client-node';
import { z } from 'zod';
import type { RolloutChange } from '@/lib/snapshot/rollout-view';

const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string().nullish() }),
  data: z.record(z.string(), z.unknown()).nullish(),
});
type Rendered = z.infer<typeof objectSchema>;

const shownMax = 8;

/** The objects of a manifest as Helm prints it. Throws what the parsers throw. */
function objectsOf(manifest: string): Rendered[] {
  return loadAllYaml(manifest).flatMap((one: unknown) => (one ? [objectSchema.parse(one)] : []));
}

const nameOf = ({ kind, metadata }: Rendered): string => `${kind} ${metadata.name}`;

function listed(items: readonly string[]): string {
  const more = items.length > shownMax ? ` and ${items.length - shownMax} more` : '';
  return `${items.slice(0, shownMax).join(', ')}${more}`;
}

const shown = (value: string | null | undefined): string =>
  value === null || value === undefined ? 'nothing' : JSON.stringify(value.slice(0, 100));

export type RenderedQuestion = {
  /** What the release has now, and what it would have. */
  before: string;
  after: string;
  configMap: string;
  /** The ConfigMap as it is in the cluster. */
  live: Readonly<Record<string, string>>;
  changes: readonly RolloutChange[];
};

/** What an upgrade would do beyond the change, why it must not be made so (none: it may), and which other objects it writes otherwise. */
export type RenderedChange = { reasons: string[]; others: string[] };

/**
 * Compares what a chart would write with the change that was planned. Helm puts every key that the chart renders to
 * what it renders, whoever wrote it (three-way merge over the live object), and takes those out that it renders no more.
 */
export function renderedChange({
  before,
  after,
  configMap,
  live,
  changes,
}: RenderedQuestion): RenderedChange {
  const [old, fresh] = [objectsOf(before), objectsOf(after)];
  const reasons: string[] = [];
  const isConfig = ({ kind, metadata }: Rendered) => kind === 'ConfigMap' && metadata.name === configMap;
  const textsOf = (objects: readonly Rendered[]): Map<string, string> =>
    new Map(Object.entries(objects.find(isConfig)?.data ?? {}).map(([key, value]) => [key, String(value)]));
  const [was, is] = [textsOf(old), textsOf(fresh)];
  if (is.size === 0) return { reasons: [`The chart renders no ConfigMap ${configMap}.`], others: [] };

  const result = new Map(Object.entries(live));
  for (const key of was.keys()) if (!is.has(key)) result.delete(key);
  for (const [key, value] of is) result.set(key, value);
  const wrong = changes.filter(({ key, to }) => (result.get(key) ?? null) !== to);
  if (wrong.length > 0) {
    const said = wrong.map(({ key, to }) => `${key} ${shown(result.get(key))}, not ${shown(to)}`);
    reasons.push(`Its values cannot express the change: with them it would say ${listed(said)}.`);
  }
  const asked = new Set(changes.map(({ key }) => key));
  const also = [...new Set([...result.keys(), ...Object.keys(live)])].filter(
    (key) => !asked.has(key) && result.get(key) !== live[key],
  );
  if (also.length > 0) {
    const said = also.map((key) => `${key} from ${shown(live[key])} to ${shown(result.get(key))}`);
    reasons.push(`It would also change ${listed(said)}.`);
  }
  const kept = new Map(fresh.map((one) => [nameOf(one), one]));
  const gone = old.filter((one) => !kept.has(nameOf(one))).map(nameOf);
  if (gone.length > 0) reasons.push(`It would delete ${listed(gone)}.`);
  const known = new Map(old.map((one) => [nameOf(one), JSON.stringify(one)]));
  const others = fresh
    .filter((one) => !isConfig(one) && known.get(nameOf(one)) !== JSON.stringify(one))
    .map(nameOf);
  return { reasons, others };
}
