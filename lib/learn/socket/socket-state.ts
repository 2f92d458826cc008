import { formatPredicted, parsePredicted } from '../predict/predicted-text';
import type { Predicted } from '../predict/prediction';
import { integerIn, oneOf } from '../simulator/choice';
import { linkReader, unlessDefault, type IgnoredValue, type SimulatorLink } from '../simulator/link-reader';
import { speeds, type Speed } from '../simulator/speed';
import { formatSocketEnds, parseSocketEnds } from './socket-ends';
import * as known from './socket-parameters';
import type { SocketParameters } from './socket-parameters';

/** The simulator as its link holds it, but for what plays. */
export type SocketState = {
  parameters: SocketParameters;
  /** The step in sight, from 1. */
  step: number;
  predicted: Predicted;
  speed: Speed;
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
export type SocketKey = (typeof socketKeys)[number];
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
    minor: read('v', first.minor, (text) =>
      text.startsWith('1.') ? integerIn(known.minorBounds)(text.slice(2)) : null,
    ),
    ends: read('ends', first.ends, parseSocketEnds),
  };
  const step = read('step', 1, integerIn({ min: 1, max: 99 }));
  const predicted = read<Predicted>('said', new Map(), parsePredicted);
  const speed = read<Speed>('speed', '1', oneOf(speeds));
  return { state: { parameters, step, predicted, speed }, ignored };
}

/** Writes a state into a link; defaults are left out. */
export function writeSocketLink({ parameters, step, predicted, speed }: SocketState): SocketLink {
  const { coverage, caller, protocol, udpSocket, packets, minor, ends } = parameters;
  return {
    cover: unlessDefault(coverage, first.coverage),
    caller: unlessDefault(caller, first.caller),
    protocol: unlessDefault(protocol, first.protocol),
    udp: unlessDefault(udpSocket, first.udpSocket),
    packets: unlessDefault(String(packets), String(first.packets)),
    v: unlessDefault(`1.${minor}`, `1.${first.minor}`),
    ends: ends === null ? null : formatSocketEnds(ends),
    step: unlessDefault(String(step), '1'),
    said: predicted.size === 0 ? null : formatPredicted(predicted),
    speed: unlessDefault(speed, '1'),
  };
}
