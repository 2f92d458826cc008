import type { ConfigMapData } from './config-data';
import type { Knob } from './knob';

/** One object that an agent's configuration comes from, with what is known of when it was written (RFC 3339). */
export type ConfigLayer = {
  kind: 'config-map' | 'node-config';
  /** As a sentence names it: `ConfigMap kube-system/cilium-config`. */
  object: string;
  data: ConfigMapData;
  /** When the API server last stored it; null where it does not say. */
  writtenTimestamp: string | null;
  /** The same for single keys, where the object says so. */
  keyTimestamps: Readonly<Record<string, string>>;
};

/** Where a value comes from. `computed`: no object gives it, and the agent finds it out by itself. */
export type ValueSource = {
  kind: ConfigLayer['kind'] | 'default' | 'computed';
  object: string | null;
};

/** What an agent on a node should run with, and from where; `instead` is what a lower object says. */
export type DesiredValue = {
  value: string | null;
  source: ValueSource;
  /** The key as written, where that is an older name of the flag. */
  writtenAs: string | null;
  instead: { value: string; object: string } | null;
};

/** The keys an agent finds: those of the ConfigMap, then those of each CiliumNodeConfig, the last one winning. */
export function mergeLayers(layers: readonly ConfigLayer[]): ConfigMapData {
  return Object.assign({}, ...layers.map(({ data }) => data)) as Record<string, string>;
}

/** The value of a knob in one configuration, under its own or its older name; undefined where it has none. */
export function ownValue(
  { key, alias }: Pick<Knob, 'key' | 'alias'>,
  data: ConfigMapData,
): string | undefined {
  return data[key] ?? (alias === undefined ? undefined : data[alias]);
}

/** Gives what an agent should run with: the last layer that has the key, else the default of its version. */
export function desiredValue(knob: Knob, layers: readonly ConfigLayer[]): DesiredValue {
  const written = mergeLayers(layers)[knob.key] === undefined ? knob.alias : knob.key;
  const name = written ?? knob.key;
  const giving = layers.filter(({ data }) => data[name] !== undefined);
  const last = giving.at(-1);
  const value = last?.data[name];
  if (last === undefined || value === undefined) {
    const kind = knob.default === null ? 'computed' : 'default';
    return { value: knob.default, source: { kind, object: null }, writtenAs: null, instead: null };
  }
  const below = giving.at(-2);
  const other = below?.data[name];
  return {
    value: value.trim(),
    source: { kind: last.kind, object: last.object },
    writtenAs: name === knob.key ? null : name,
    instead:
      below === undefined || other === undefined ? null : { value: other.trim(), object: below.object },
  };
}

/** The keys that a CiliumNodeConfig gives another value than the ConfigMap. */
export function nodeConfigKeys(layers: readonly ConfigLayer[]): string[] {
  const shared = mergeLayers(layers.filter(({ kind }) => kind === 'config-map'));
  const merged = mergeLayers(layers);
  return Object.keys(merged).filter((key) => merged[key]?.trim() !== shared[key]?.trim());
}
