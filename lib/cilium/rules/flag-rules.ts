import { perVersion } from '../fields/per-version';
import type { KnobType } from '../settings/knob';
import { knobsOf } from '../settings/knob-catalogue';
import { parseBoolean } from '../settings/config-data';
import type { Rule } from './rule';
import { broken } from './rule';

/** Boolean flags beside the knobs that rules and agents look at. */
const otherBooleans = [
  'auto-direct-node-routes',
  'enable-health-checking',
  'enable-hubble',
  'enable-ipv4',
  'enable-ipv4-masquerade',
  'enable-ipv6',
  'enable-ipv6-masquerade',
  'enable-l7-proxy',
];

/** The flags that Go parses, by what it takes them for, in the order it comes to them. */
const typedKeys = perVersion((version): readonly [KnobType, readonly string[]][] => {
  const keysOf = (type: KnobType): string[] =>
    knobsOf(version).flatMap((knob) => (knob.type === type ? [knob.key] : []));
  return [
    ['bool', [...keysOf('bool'), ...otherBooleans]],
    ['int', keysOf('int')],
    ['uint', keysOf('uint')],
  ];
});

/** What Go's parsers of flags say to a value, or null where they take it. */
function parseProblem(key: string, text: string, type: KnobType): string | null {
  if (type === 'bool') {
    if (parseBoolean(text) !== null) return null;
    return `option ${key}: strconv.ParseBool: parsing "${text.trim()}": invalid syntax`;
  }
  const value = text.trim();
  if ((type === 'int' ? /^[-+]?\d+$/ : /^\d+$/).test(value)) return null;
  const cause = `strconv.${type === 'int' ? 'ParseInt' : 'ParseUint'}: parsing "${value}": invalid syntax`;
  return `option ${key}: unable to cast "${value}" of type string to ${type}: ${cause}`;
}

/** A3: a value that is none of its flag's type ends the agent before anything else is looked at. */
const parses: Rule = {
  id: 'A3',
  effect: 'fatal',
  stage: 'flag',
  keys: [],
  judge(start) {
    for (const [type, keys] of typedKeys(start.version)) {
      for (const key of keys) {
        const text = start.data[key];
        const problem = text === undefined ? null : parseProblem(key, text, type);
        if (problem !== null) return broken(problem);
      }
    }
    return null;
  },
};

/** A20: two names of one flag with different values; equal ones are taken (vectors/agent). */
function oneName(name: string, stage: 'bare' | 'cell', span: { since?: string; until?: string }): Rule {
  const [key, alias] = [`bpf-lb-${name}`, `node-port-${name}`];
  return {
    id: 'A20',
    effect: 'fatal',
    stage,
    keys: [key, alias],
    ...span,
    judge({ data }) {
      if (data[key] === undefined || data[alias] === undefined || data[key].trim() === data[alias].trim())
        return null;
      return broken(
        stage === 'cell'
          ? `both --${key} and --${alias} were set. Use --${key} instead.`
          : `Both --${key} and --${alias} were set. Only use --${key} instead.`,
      );
    },
  };
}

export const flagRules: readonly Rule[] = [
  parses,
  oneName('acceleration', 'bare', {}),
  oneName('mode', 'bare', { until: '1.17' }),
  oneName('mode', 'cell', { since: '1.18', until: '1.19' }),
  oneName('algorithm', 'bare', { until: '1.17' }),
];
