import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import { parseGoDuration } from '../go/duration';

/** What the words of a command line say: values by flag name, words that are no flags, and the first complaint. */
export type ParsedFlags = {
  values: Map<string, string>;
  words: string[];
  problem: string | null;
};

/** A flag: its name without dashes, its one-letter form, and what it takes; a switch needs no value. */
export type FlagSpec = { name: string; short?: string; takes: 'switch' | 'text' | 'duration' };

/** The flags of every command. */
function globalFlags(version: CiliumVersion): FlagSpec[] {
  return [
    { name: 'config', takes: 'text' },
    { name: 'debug', short: 'D', takes: 'switch' },
    { name: 'host', short: 'H', takes: 'text' },
    { name: 'help', short: 'h', takes: 'switch' },
    ...(atLeast(version, 18)
      ? ([
          { name: 'log-driver', takes: 'text' },
          { name: 'log-opt', takes: 'text' },
        ] satisfies FlagSpec[])
      : []),
  ];
}

/** The words of Go's `strconv.ParseBool`. */
const booleans = new Map<string, 'true' | 'false'>([
  ...['1', 't', 'T', 'true', 'TRUE', 'True'].map((word): [string, 'true'] => [word, 'true']),
  ...['0', 'f', 'F', 'false', 'FALSE', 'False'].map((word): [string, 'false'] => [word, 'false']),
]);

/** Go's complaint of a value, or null. */
function valueProblem({ takes }: FlagSpec, value: string): string | null {
  if (takes === 'switch' && !booleans.has(value)) {
    return `strconv.ParseBool: parsing ${JSON.stringify(value)}: invalid syntax`;
  }
  if (takes !== 'duration' || !Number.isNaN(parseGoDuration(value))) return null;
  const quoted = JSON.stringify(value);
  const end = /^[-+]?(?:\d+(?:\.\d*)?[a-zµ]+)*?\d+(?:\.\d*)?([^\d.]*)/.exec(value);
  if (end === null) return `time: invalid duration ${quoted}`;
  return end[1] === ''
    ? `time: missing unit in duration ${quoted}`
    : `time: unknown unit ${JSON.stringify(end[1])} in duration ${quoted}`;
}

/** Reads flags as cobra does: `--name value`, `--name=value`, `-o value`, `-ovalue`; a bare `--` ends them. */
export function parseFlags(
  args: readonly string[],
  own: readonly FlagSpec[],
  version: CiliumVersion,
): ParsedFlags {
  const specs = [...own, ...globalFlags(version)];
  const result: ParsedFlags = { values: new Map(), words: [], problem: null };
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '--') {
      result.words.push(...args.slice(index + 1));
      return result;
    }
    if (!arg.startsWith('-') || arg === '-') {
      result.words.push(arg);
      continue;
    }
    const long = arg.startsWith('--');
    const [name = '', inline] = long
      ? splitOnce(arg.slice(2))
      : [arg.slice(1, 2), arg.slice(2).replace(/^=/, '') || undefined];
    const spec = specs.find((candidate) => (long ? candidate.name === name : candidate.short === name));
    if (spec === undefined) {
      result.problem = long ? `unknown flag: --${name}` : `unknown shorthand flag: '${name}' in ${arg}`;
      return result;
    }
    const value = inline ?? (spec.takes === 'switch' ? 'true' : args[++index]);
    if (value === undefined) {
      result.problem = long
        ? `flag needs an argument: --${name}`
        : `flag needs an argument: '${name}' in ${arg}`;
      return result;
    }
    const problem = valueProblem(spec, value);
    if (problem !== null) {
      const title = spec.short === undefined ? `--${spec.name}` : `-${spec.short}, --${spec.name}`;
      result.problem = `invalid argument ${JSON.stringify(value)} for "${title}" flag: ${problem}`;
      return result;
    }
    result.values.set(spec.name, spec.takes === 'switch' ? (booleans.get(value) ?? value) : value);
  }
  return result;
}

function splitOnce(text: string): [string, string | undefined] {
  const at = text.indexOf('=');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
