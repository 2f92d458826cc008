import { formatPredicted, parsePredicted } from '../predict/predicted-text';
import type { Predicted } from '../predict/prediction';
import { integerIn, listOf, oneOf } from '../simulator/choice';
import { linkReader, unlessDefault, type IgnoredValue, type SimulatorLink } from '../simulator/link-reader';
import { speeds, type Speed } from '../simulator/speed';
import { xdpDriver } from './xdp-drivers';
import * as known from './xdp-parameters';
import type { XdpParameters } from './xdp-parameters';

/** The simulator as its link holds it, but for what plays. */
export type XdpState = {
  parameters: XdpParameters;
  /** The step in sight, from 1. */
  step: number;
  predicted: Predicted;
  speed: Speed;
};

/** The names in the link. */
export const xdpKeys = [
  'accel',
  'nics',
  'at',
  'kernel',
  'traffic',
  'met',
  'v',
  'step',
  'said',
  'speed',
] as const;
export type XdpKey = (typeof xdpKeys)[number];
export type XdpLink = SimulatorLink<XdpKey>;

const first = known.defaultXdpParameters;

/** Reads `mlx5,vlan`: known drivers, one to four; the same may stand twice. */
function parseNics(text: string): readonly string[] | null {
  const ids = text.split(',');
  return ids.length <= known.mostNics && ids.every((id) => xdpDriver(id) !== null) ? ids : null;
}

/** Reads a link, value by value; what is absent has its default, what is nonsense too, and is told. */
export function readXdpLink(link: XdpLink): { state: XdpState; ignored: IgnoredValue[] } {
  const { read, ignored } = linkReader(link);
  const nics = read('nics', first.nics, parseNics);
  const parameters: XdpParameters = {
    acceleration: read('accel', first.acceleration, oneOf(known.accelerations)),
    nics,
    arrivesAt: read('at', 1, integerIn({ min: 1, max: nics.length })) - 1,
    kernel: read('kernel', first.kernel, oneOf(known.kernels)),
    traffic: read('traffic', first.traffic, oneOf(known.traffics)),
    faults: read('met', first.faults, listOf(known.xdpFaults)),
    minor: read('v', first.minor, (text) =>
      text.startsWith('1.') ? integerIn(known.minorBounds)(text.slice(2)) : null,
    ),
  };
  const step = read('step', 1, integerIn({ min: 1, max: 99 }));
  const predicted = read<Predicted>('said', new Map(), parsePredicted);
  const speed = read<Speed>('speed', '1', oneOf(speeds));
  return { state: { parameters, step, predicted, speed }, ignored };
}

/** Writes a state into a link; defaults are left out. */
export function writeXdpLink({ parameters, step, predicted, speed }: XdpState): XdpLink {
  const { acceleration, nics, arrivesAt, kernel, traffic, faults, minor } = parameters;
  return {
    accel: unlessDefault(acceleration, first.acceleration),
    nics: unlessDefault(nics.join(','), first.nics.join(',')),
    at: unlessDefault(String(arrivesAt + 1), '1'),
    kernel: unlessDefault(kernel, first.kernel),
    traffic: unlessDefault(traffic, first.traffic),
    met: faults.length === 0 ? null : faults.join(','),
    v: unlessDefault(`1.${minor}`, `1.${first.minor}`),
    step: unlessDefault(String(step), '1'),
    said: predicted.size === 0 ? null : formatPredicted(predicted),
    speed: unlessDefault(speed, '1'),
  };
}
