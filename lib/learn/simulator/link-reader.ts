import { oneOf, type Choice } from './choice';

const yesNo = oneOf(['yes', 'no'] as const);
const yesOrNo = (value: boolean) => (value ? 'yes' : 'no');

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
  const isYes = (key: Key, byDefault: boolean) => read(key, yesOrNo(byDefault), yesNo) === 'yes';
  return { read, isYes, ignored };
}

/** Gives a value for a link: null, which leaves it out, where it is the default. */
export function unlessDefault(value: string | number, byDefault: string | number): string | null {
  return value === byDefault ? null : String(value);
}

/** Gives `yes` or `no` for a link: null where it is the default. */
export function yesUnlessDefault(value: boolean, byDefault: boolean): string | null {
  return unlessDefault(yesOrNo(value), yesOrNo(byDefault));
}
