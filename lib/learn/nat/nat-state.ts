import { parseIPv4 } from '@/lib/cilium/ip-address';
import { integerIn, oneOf } from '../simulator/choice';
import {
  linkReader,
  unlessDefault,
  yesUnlessDefault,
  type IgnoredValue,
  type SimulatorLink,
} from '../simulator/link-reader';
import { minorIn } from '../simulator/minor-version';
import { readStepped, writeStepped, type SteppedState } from '../simulator/stepped-state';
import * as known from './nat-parameters';
import type { NatParameters } from './nat-parameters';

/** The simulator as its link holds it, but for what plays. */
type NatState = SteppedState<NatParameters> & {
  /** The hop in sight, from 1. */
  hop: number;
};

/** The names in the link. */
export const natKeys = [
  ...(['feature', 'client', 'protocol', 'families', 'mode', 'setting', 'lbonly'] as const),
  ...(['backend', 'v', 'server', 'hop', 'said', 'speed'] as const),
] as const;
/** The values of those names, null where one is absent. */
export type NatLink = SimulatorLink<(typeof natKeys)[number]>;

const first = known.defaultNatParameters;

/** Reads a link, value by value; what is absent has its default, what is nonsense too, and is told. */
export function readNatLink(link: NatLink): { state: NatState; ignored: IgnoredValue[] } {
  const { read, isYes, ignored } = linkReader(link);
  const parameters: NatParameters = {
    feature: read('feature', first.feature, oneOf(known.natFeatures)),
    clientFamily: read('client', first.clientFamily, oneOf(known.clientFamilies)),
    protocol: read('protocol', first.protocol, oneOf(known.protocols)),
    families: read('families', first.families, oneOf(known.enabledFamilies)),
    mode: read('mode', first.mode, oneOf(known.modes)),
    isSettingOn: isYes('setting', first.isSettingOn),
    isLoadBalancerOnly: isYes('lbonly', first.isLoadBalancerOnly),
    backend: read('backend', first.backend, oneOf(known.backendPlaces)),
    minor: read('v', first.minor, minorIn(known.minorBounds)),
    serverIP: read('server', first.serverIP, (text) => (parseIPv4(text) === null ? null : text)),
  };
  const hop = read('hop', 1, integerIn({ min: 1, max: 99 }));
  return { state: { parameters, hop, ...readStepped(read) }, ignored };
}

/** Writes a state into a link; defaults are left out. */
export function writeNatLink({ parameters, hop, ...seen }: NatState): NatLink {
  return {
    feature: unlessDefault(parameters.feature, first.feature),
    client: unlessDefault(parameters.clientFamily, first.clientFamily),
    protocol: unlessDefault(parameters.protocol, first.protocol),
    families: unlessDefault(parameters.families, first.families),
    mode: unlessDefault(parameters.mode, first.mode),
    setting: yesUnlessDefault(parameters.isSettingOn, first.isSettingOn),
    lbonly: yesUnlessDefault(parameters.isLoadBalancerOnly, first.isLoadBalancerOnly),
    backend: unlessDefault(parameters.backend, first.backend),
    v: unlessDefault(`1.${parameters.minor}`, `1.${first.minor}`),
    server: unlessDefault(parameters.serverIP, first.serverIP),
    hop: unlessDefault(hop, 1),
    ...writeStepped(seen),
  };
}
