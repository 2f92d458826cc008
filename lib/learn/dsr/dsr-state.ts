import { integerIn, listOf, oneOf } from '../simulator/choice';
import { minorIn } from '../simulator/minor-version';
import { readStepped, writeStepped, type SteppedState } from '../simulator/stepped-state';
import { formatEnds, parseEnds } from './ends-text';
import type { DsrParameters } from './dsr-parameters';
import * as known from './dsr-parameters';
import { linkReader, unlessDefault, type IgnoredValue, type SimulatorLink } from '../simulator/link-reader';

/** The simulator as its link holds it, but for what plays. */
export type DsrState = SteppedState<DsrParameters> & {
  /** The hop in sight, from 1. */
  hop: number;
};

/** The names in the link. */
export const dsrKeys = [
  'mode',
  'dispatch',
  'protocol',
  'family',
  'routing',
  'mtu',
  'backend',
  'packet',
  'replaced',
  'net',
  'v',
  'ends',
  'hop',
  'said',
  'speed',
] as const;
/** The values of those names, null where one is absent. */
export type DsrLink = SimulatorLink<(typeof dsrKeys)[number]>;

const first = known.defaultDsrParameters;

/** Reads a link, value by value; what is absent has its default, what is nonsense too, and is told. */
export function readDsrLink(link: DsrLink): { state: DsrState; ignored: IgnoredValue[] } {
  const { read, isYes, ignored } = linkReader(link);
  const family = read('family', first.family, oneOf(known.families));
  const parameters: DsrParameters = {
    mode: read('mode', first.mode, oneOf(known.modes)),
    dispatch: read('dispatch', first.dispatch, oneOf(known.dispatches)),
    protocol: read('protocol', first.protocol, oneOf(known.protocols)),
    family,
    routing: read('routing', first.routing, oneOf(known.routings)),
    mtuBytes: read('mtu', first.mtuBytes, integerIn(known.mtuBounds)),
    backend: read('backend', first.backend, oneOf(known.backendPlaces)),
    moment: read('packet', first.moment, oneOf(known.moments)),
    isBackendReplaced: isYes('replaced', false),
    faults: read('net', first.faults, listOf(known.networkFaults)),
    minor: read('v', first.minor, minorIn(known.minorBounds)),
    ends: read('ends', first.ends, (text) => parseEnds(text, family)),
  };
  const hop = read('hop', 1, integerIn({ min: 1, max: 99 }));
  return { state: { parameters, hop, ...readStepped(read) }, ignored };
}

/** Writes a state into a link; defaults are left out. */
export function writeDsrLink({ parameters, hop, ...seen }: DsrState): DsrLink {
  const { mode, dispatch, protocol, family, routing, mtuBytes, backend, moment } = parameters;
  return {
    mode: unlessDefault(mode, first.mode),
    dispatch: unlessDefault(dispatch, first.dispatch),
    protocol: unlessDefault(protocol, first.protocol),
    family: unlessDefault(family, first.family),
    routing: unlessDefault(routing, first.routing),
    mtu: unlessDefault(mtuBytes, first.mtuBytes),
    backend: unlessDefault(backend, first.backend),
    packet: unlessDefault(moment, first.moment),
    replaced: parameters.isBackendReplaced ? 'yes' : null,
    net: parameters.faults.length === 0 ? null : parameters.faults.join(','),
    v: unlessDefault(`1.${parameters.minor}`, `1.${first.minor}`),
    ends: parameters.ends === null ? null : formatEnds(parameters.ends),
    hop: unlessDefault(hop, 1),
    ...writeStepped(seen),
  };
}
