import { integerIn, listOf, oneOf } from '../simulator/choice';
import { linkReader, unlessDefault, type IgnoredValue, type SimulatorLink } from '../simulator/link-reader';
import { minorIn } from '../simulator/minor-version';
import { readStepped, writeStepped, type SteppedState } from '../simulator/stepped-state';
import { xdpDriver } from './xdp-drivers';
import * as known from './xdp-parameters';
import type { XdpParameters } from './xdp-parameters';

/** The simulator as its link holds it, but for what plays. */
type XdpState = SteppedState<XdpParameters> & {
  /** The step in sight, from 1. */
  step: number;
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
/** One of those names. */
export type XdpKey = (typeof xdpKeys)[number];
/** The values of those names, null where one is absent. */
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
    minor: read('v', first.minor, minorIn(known.minorBounds)),
  };
  const step = read('step', 1, integerIn({ min: 1, max: 99 }));
  return { state: { parameters, step, ...readStepped(read) }, ignored };
}

/** Writes a state into a link; defaults are left out. */
export function writeXdpLink({ parameters, step, ...seen }: XdpState): XdpLink {
  const { acceleration, nics, arrivesAt, kernel, traffic, faults, minor } = parameters;
  return {
    accel: unlessDefault(acceleration, first.acceleration),
    nics: unlessDefault(nics.join(','), first.nics.join(',')),
    at: unlessDefault(arrivesAt + 1, 1),
    kernel: unlessDefault(kernel, first.kernel),
    traffic: unlessDefault(traffic, first.traffic),
    met: faults.length === 0 ? null : faults.join(','),
    v: unlessDefault(`1.${minor}`, `1.${first.minor}`),
    step: unlessDefault(step, 1),
    ...writeStepped(seen),
  };
}
