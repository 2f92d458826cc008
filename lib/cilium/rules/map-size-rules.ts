import { parseGoDurationSeconds } from '../go-duration';
import { textOf } from '../settings/config-data';
import type { Outcome, Rule, Stage, Start } from './rule';
import { broken } from './rule';

const parts = ['service', 'service-backend', 'rev-nat', 'affinity', 'source-range', 'maglev'];
const partKeys = parts.map((part) => `bpf-lb-${part}-map-max`);
const reverseKey = 'bpf-sock-rev-map-max';
const waitKey = 'lb-reflector-wait-time';
const reverseMin = 1024;
const reverseMax = 16_777_216;

/** A fatal rule that the agent's own code made up to v1.17, and a cell since. */
function sizeRule(id: string, keys: readonly string[], judge: (start: Start) => Outcome): Rule[] {
  const stages: [Stage, Stage] = ['bare', 'cell'];
  return [
    { id, effect: 'fatal', stage: stages[0], keys, until: '1.17', judge },
    { id, effect: 'fatal', stage: stages[1], keys, since: '1.18', judge },
  ];
}

function negativePart({ data }: Start): Outcome {
  const sizes = partKeys.map((key) => Number(textOf(data, key, '0')));
  if (!sizes.some((size) => size < 0)) return null;
  const [service, backend, revNat, affinity, sources, maglev] = sizes;
  return broken(
    'specified LB Service Map max entries must not be a negative value' +
      `(Service Map: ${service}, Service Backend: ${backend}, Reverse NAT: ${revNat}, ` +
      `Session Affinity: ${affinity}, Source Range: ${sources}, Maglev: ${maglev})`,
  );
}

function reverseSize({ data, version }: Start): Outcome {
  const size = Number(textOf(data, reverseKey, '0'));
  if (size === 0) return null;
  if (size < reverseMin) {
    const compared =
      version.major > 1 || version.minor >= 18 ? 'must be greater or equal to' : 'must exceed minimum';
    return broken(`specified Socket Reverse NAT table size ${size} ${compared} ${reverseMin}`);
  }
  if (size <= reverseMax) return null;
  return broken(`specified Socket Reverse NAT tables size ${size} must not exceed maximum ${reverseMax}`);
}

/** Seconds of a Go duration that may have a sign; null where it is none. */
function signedSeconds(text: string): number | null {
  const plain = text.replace(/^[-+]/, '');
  const seconds = plain === '0' ? 0 : parseGoDurationSeconds(plain);
  return seconds !== null && text.startsWith('-') ? -seconds : seconds;
}

const wait: Rule[] = [
  {
    id: 'A28',
    effect: 'fatal',
    stage: 'cell',
    keys: [waitKey],
    since: '1.20',
    judge({ data }) {
      const text = data[waitKey]?.trim();
      const seconds = text === undefined ? null : signedSeconds(text);
      if (seconds === null || seconds > 0) return null;
      return broken(`--${waitKey} must be greater than 0, got ${text}`);
    },
  },
  {
    id: 'A3',
    effect: 'fatal',
    stage: 'cell',
    keys: [waitKey],
    since: '1.20',
    judge({ data }) {
      const text = data[waitKey]?.trim();
      if (text === undefined || signedSeconds(text) !== null) return null;
      return broken(
        'failed to unmarshal config struct loadbalancer.UserConfig: 1 error(s) decoding:\n\n' +
          `* error decoding '${waitKey}': time: missing unit in duration "${text}".\n` +
          "Hint: field 'FooBar' matches flag 'foo-bar', or use tag `mapstructure:\"flag-name\"` to match field with flag",
      );
    },
  },
];

export const mapSizeRules: readonly Rule[] = [
  ...wait,
  ...sizeRule('A25', ['bpf-lb-map-max'], ({ settings: { lbMapMax } }) =>
    lbMapMax > 0 ? null : broken(`specified LBMap max entries ${lbMapMax} must be a value greater than 0`),
  ),
  ...sizeRule('A26', partKeys, negativePart),
  ...sizeRule('A27', [reverseKey], reverseSize),
];
