import { integerIn, oneOf } from '../simulator/choice';
import { linkReader, unlessDefault, type IgnoredValue, type SimulatorLink } from '../simulator/link-reader';
import { minorIn } from '../simulator/minor-version';
import { readStepped, writeStepped, type SteppedState } from '../simulator/stepped-state';
import { formatSocketEnds, parseSocketEnds } from './socket-ends';
import * as known from './socket-parameters';
import type { SocketParameters } from './socket-parameters';

/** The simulator as its link holds it, but for what plays. */
type SocketState = SteppedState<SocketParameters> & {
  /** The step in sight, from 1. */
  step: number;
};

/** The names in the link. */
export const socketKeys = [
  'cover',
  'caller',
  'protocol',
  'udp',
  'packets',
  'v',
  'ends',
  'step',
  'said',
  'speed',
] as const;
/** One of those names. */
export type SocketKey = (typeof socketKeys)[number];
/** The values of those names, null where one is absent. */
export type SocketLink = SimulatorLink<SocketKey>;

const first = known.defaultSocketParameters;

/** Reads a link, value by value; what is absent has its default, what is nonsense too, and is told. */
export function readSocketLink(link: SocketLink): { state: SocketState; ignored: IgnoredValue[] } {
  const { read, ignored } = linkReader(link);
  const parameters: SocketParameters = {
    coverage: read('cover', first.coverage, oneOf(known.coverages)),
    caller: read('caller', first.caller, oneOf(known.callers)),
    protocol: read('protocol', first.protocol, oneOf(known.protocols)),
    udpSocket: read('udp', first.udpSocket, oneOf(known.udpSockets)),
    packets: read('packets', first.packets, integerIn(known.packetBounds)),
    minor: read('v', first.minor, minorIn(known.minorBounds)),
    ends: read('ends', first.ends, parseSocketEnds),
  };
  const step = read('step', 1, integerIn({ min: 1, max: 99 }));
  return { state: { parameters, step, ...readStepped(read) }, ignored };
}

/** Writes a state into a link; defaults are left out. */
export function writeSocketLink({ parameters, step, ...seen }: SocketState): SocketLink {
  const { coverage, caller, protocol, udpSocket, packets, minor, ends } = parameters;
  return {
    cover: unlessDefault(coverage, first.coverage),
    caller: unlessDefault(caller, first.caller),
    protocol: unlessDefault(protocol, first.protocol),
    udp: unlessDefault(udpSocket, first.udpSocket),
    packets: unlessDefault(packets, first.packets),
    v: unlessDefault(`1.${minor}`, `1.${first.minor}`),
    ends: ends === null ? null : formatSocketEnds(ends),
    step: unlessDefault(step, 1),
    ...writeStepped(seen),
  };
}
