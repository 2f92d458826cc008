import type { Choice } from './choice';

/** A simulator's part of a URL: each of its names with its value, null where it is absent. */
export type SimulatorLink<Key extends string> = Record<Key, string | null>;

/** A value of a link that means nothing here; the default stands in for it. */
export type IgnoredValue = { key: string; value: string };

/** Reads a link value by value: what is absent has its default; what is nonsense has it too, and is told in `ignored`. */
export function linkReader<Key extends string>(link: SimulatorLink<Key>) {
  const ignored: IgnoredValue[] = [];
  const read = <Value>(key: Key, byDefault: Value, choice: Choice<Value>): Value => {
    const value = link[key];
    if (value === null) return byDefault;
    const parsed = choice(value);
    if (parsed === null) ignored.push({ key, value });
    return parsed ?? byDefault;
  };
  return { read, ignored };
}

/** Gives a value for a link: null, which leaves it out, where it is the default. */
export function unlessDefault(value: string, byDefault: string): string | null {
  return value === byDefault ? null : value;
}
