import { integerIn, listOf, oneOf } from '../simulator/choice';
import { linkReader, unlessDefault, type IgnoredValue, type SimulatorLink } from '../simulator/link-reader';
import { readStepped, writeStepped, type SteppedState } from '../simulator/stepped-state';
import * as known from './kube-proxy-parameters';
import type { KubeProxyParameters } from './kube-proxy-parameters';
import { formatLookupEnds, parseLookupEnds } from './lookup-ends';

/** What the chart counts: the steps of a connection's first packet, or what is written when an endpoint changes. */
export const works = ['packet', 'change'] as const;
/** One of the two. */
export type WorkName = (typeof works)[number];

/** What stands below, folded until it is asked for. */
export const folds = ['growth', 'kinds', 'measured'] as const;
/** One of those folds. */
export type FoldName = (typeof folds)[number];

/** The simulator as its link holds it, but for what plays. */
export type KubeProxyState = SteppedState<KubeProxyParameters> & {
  work: WorkName;
  open: readonly FoldName[];
  /** The step in sight, from 1. */
  step: number;
};

/** The names in the link. */
export const kubeProxyKeys = [
  ...(['caller', 'algorithm', 'services', 'backends', 'place', 'draw', 'ends'] as const),
  ...(['work', 'open', 'step', 'said', 'speed'] as const),
] as const;
/** The values of those names, null where one is absent. */
export type KubeProxyLink = SimulatorLink<(typeof kubeProxyKeys)[number]>;

const first = known.defaultKubeProxyParameters;

/** Reads a link, value by value; what is absent has its default, what is nonsense too, and is told. */
export function readKubeProxyLink(link: KubeProxyLink): { state: KubeProxyState; ignored: IgnoredValue[] } {
  const { read, ignored } = linkReader(link);
  const parameters: KubeProxyParameters = {
    caller: read('caller', first.caller, oneOf(known.callers)),
    algorithm: read('algorithm', first.algorithm, oneOf(known.algorithms)),
    services: read('services', first.services, integerIn(known.serviceBounds)),
    backends: read('backends', first.backends, integerIn(known.endpointBounds)),
    place: read('place', first.place, oneOf(known.places)),
    draw: read('draw', first.draw, integerIn(known.endpointBounds)),
    ends: read('ends', first.ends, parseLookupEnds),
  };
  const state: KubeProxyState = {
    parameters,
    work: read<WorkName>('work', 'packet', oneOf(works)),
    open: read<readonly FoldName[]>('open', [], listOf(folds)),
    step: read('step', 1, integerIn({ min: 1, max: 99 })),
    ...readStepped(read),
  };
  return { state, ignored };
}

/** Writes a state into a link; defaults are left out. */
export function writeKubeProxyLink({ parameters, work, open, step, ...seen }: KubeProxyState): KubeProxyLink {
  const { caller, algorithm, services, backends, place, draw, ends } = parameters;
  return {
    caller: unlessDefault(caller, first.caller),
    algorithm: unlessDefault(algorithm, first.algorithm),
    services: unlessDefault(String(services), String(first.services)),
    backends: unlessDefault(String(backends), String(first.backends)),
    place: unlessDefault(place, first.place),
    draw: unlessDefault(String(draw), String(first.draw)),
    ends: ends === null ? null : formatLookupEnds(ends),
    work: unlessDefault(work, 'packet'),
    open: open.length === 0 ? null : open.join(','),
    step: unlessDefault(String(step), '1'),
    ...writeStepped(seen),
  };
}
