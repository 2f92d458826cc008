import { integerIn, oneOf } from '../simulator/choice';
import { linkReader, unlessDefault, type IgnoredValue, type SimulatorLink } from '../simulator/link-reader';
import { minorIn } from '../simulator/minor-version';
import { readStepped, writeStepped, type SteppedState } from '../simulator/stepped-state';
import * as known from './affinity-parameters';
import type { AffinityParameters } from './affinity-parameters';

/** The simulator as its link holds it, but for what plays. */
export type AffinityState = SteppedState<AffinityParameters> & {
  /** The step in sight, from 1. */
  step: number;
};

/** The names in the link. */
export const affinityKeys = [
  ...(['affinity', 'from', 'algorithm', 'inside', 'timeout', 'gone', 'v', 'draw'] as const),
  ...(['step', 'said', 'speed'] as const),
] as const;
/** The values of those names, null where one is absent. */
export type AffinityLink = SimulatorLink<(typeof affinityKeys)[number]>;

/** Releases that still run on a kernel without cookies of network namespaces. */
export const newestWithoutCookie = 17;

const first = known.defaultAffinityParameters;

/** Reads a link, value by value; what is absent has its default, what is nonsense too, and is told. */
export function readAffinityLink(link: AffinityLink): { state: AffinityState; ignored: IgnoredValue[] } {
  const { read, ignored } = linkReader(link);
  const minor = read('v', first.minor, minorIn(known.minorBounds));
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
  return { state: { parameters, step, ...readStepped(read) }, ignored };
}

/** Writes a state into a link; defaults are left out. */
export function writeAffinityLink({ parameters, step, ...seen }: AffinityState): AffinityLink {
  const { isOn, place, algorithm, insideWay, timeoutSeconds, gone, minor, seed } = parameters;
  return {
    affinity: isOn ? null : 'off',
    from: unlessDefault(place, first.place),
    algorithm: unlessDefault(algorithm, first.algorithm),
    inside: unlessDefault(insideWay, first.insideWay),
    timeout: unlessDefault(timeoutSeconds, first.timeoutSeconds),
    gone,
    v: unlessDefault(`1.${minor}`, `1.${first.minor}`),
    draw: unlessDefault(seed, first.seed),
    step: unlessDefault(step, 1),
    ...writeStepped(seen),
  };
}
