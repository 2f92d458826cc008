import { formatPredicted, parsePredicted } from '../predict/predicted-text';
import type { Predicted } from '../predict/prediction';
import { integerIn, oneOf } from '../simulator/choice';
import { linkReader, unlessDefault, type IgnoredValue, type SimulatorLink } from '../simulator/link-reader';
import { speeds, type Speed } from '../simulator/speed';
import * as known from './affinity-parameters';
import type { AffinityParameters } from './affinity-parameters';

/** The simulator as its link holds it, but for what plays. */
export type AffinityState = {
  parameters: AffinityParameters;
  /** The step in sight, from 1. */
  step: number;
  predicted: Predicted;
  speed: Speed;
};

/** The names in the link. */
export const affinityKeys = [
  ...(['affinity', 'from', 'algorithm', 'inside', 'timeout', 'gone', 'v', 'draw'] as const),
  ...(['step', 'said', 'speed'] as const),
] as const;
export type AffinityKey = (typeof affinityKeys)[number];
export type AffinityLink = SimulatorLink<AffinityKey>;

/** Releases that still run on a kernel without cookies of network namespaces. */
export const newestWithoutCookie = 17;

const first = known.defaultAffinityParameters;

/** Reads a link, value by value; what is absent has its default, what is nonsense too, and is told. */
export function readAffinityLink(link: AffinityLink): { state: AffinityState; ignored: IgnoredValue[] } {
  const { read, ignored } = linkReader(link);
  const minor = read('v', first.minor, (text) =>
    text.startsWith('1.') ? integerIn(known.minorBounds)(text.slice(2)) : null,
  );
  const parameters: AffinityParameters = {
    isOn: read('affinity', 'on', oneOf(['on', 'off'] as const)) === 'on',
    place: read('from', first.place, oneOf(known.places)),
    algorithm: read('algorithm', first.algorithm, oneOf(known.algorithms)),
    insideWay: read('inside', first.insideWay, (text) => {
      const way = oneOf(known.insideWays)(text);
      return way === 'no-cookie' && minor > newestWithoutCookie ? null : way;
    }),
    timeoutSeconds: read('timeout', first.timeoutSeconds, integerIn(known.timeoutBounds)),
    gone: read<known.BackendLetter | null>('gone', null, oneOf(known.backendLetters)),
    minor,
    seed: read('draw', first.seed, integerIn({ min: 1, max: 999_999 })),
  };
  const step = read('step', 1, integerIn({ min: 1, max: 99 }));
  const predicted = read<Predicted>('said', new Map(), parsePredicted);
  const speed = read<Speed>('speed', '1', oneOf(speeds));
  return { state: { parameters, step, predicted, speed }, ignored };
}

/** Writes a state into a link; defaults are left out. */
export function writeAffinityLink({ parameters, step, predicted, speed }: AffinityState): AffinityLink {
  const { isOn, place, algorithm, insideWay, timeoutSeconds, gone, minor, seed } = parameters;
  return {
    affinity: isOn ? null : 'off',
    from: unlessDefault(place, first.place),
    algorithm: unlessDefault(algorithm, first.algorithm),
    inside: unlessDefault(insideWay, first.insideWay),
    timeout: unlessDefault(String(timeoutSeconds), String(first.timeoutSeconds)),
    gone,
    v: unlessDefault(`1.${minor}`, `1.${first.minor}`),
    draw: unlessDefault(String(seed), String(first.seed)),
    step: unlessDefault(String(step), '1'),
    said: predicted.size === 0 ? null : formatPredicted(predicted),
    speed: unlessDefault(speed, '1'),
  };
}
