/** What the words of a command line say: values by flag name, words that are no flags, and the first complaint. */
export type ParsedFlags = {
  values: Map<string, string>;
  words: string[];
  problem: string | null;
};

/** A flag: its name without dashes, its one-letter form, and whether it takes a value. */
export type FlagSpec = { name: string; short?: string; takesValue: boolean };

const globalFlags: FlagSpec[] = [
  { name: 'config', takesValue: true },
  { name: 'debug', short: 'D', takesValue: false },
  { name: 'host', short: 'H', takesValue: true },
  { name: 'log-driver', takesValue: true },
  { name: 'log-opt', takesValue: true },
  { name: 'help', short: 'h', takesValue: false },
];

/** Reads flags as cobra does: `--name value`, `--name=value`, `-o value`, `-ovalue`; a bare `--` ends them. */
export function parseFlags(args: readonly string[], own: readonly FlagSpec[]): ParsedFlags {
  const specs = [...own, ...globalFlags];
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
    if (!spec.takesValue) {
      result.values.set(spec.name, inline ?? 'true');
      continue;
    }
    const value = inline ?? args[++index];
    if (value === undefined) {
      result.problem = long
        ? `flag needs an argument: --${name}`
        : `flag needs an argument: '${name}' in ${arg}`;
      return result;
    }
    result.values.set(spec.name, value);
  }
  return result;
}

function splitOnce(text: string): [string, string | undefined] {
  const at = text.indexOf('=');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
