import { parseIPv4 } from '@/lib/cilium/ip-address';
import type { Predicted } from '../predict/prediction';
import { formatPredicted, parsePredicted } from '../predict/predicted-text';
import { integerIn, oneOf } from '../simulator/choice';
import { linkReader, unlessDefault, type IgnoredValue, type SimulatorLink } from '../simulator/link-reader';
import { speeds, type Speed } from '../simulator/speed';
import * as known from './nat-parameters';
import type { NatParameters } from './nat-parameters';

/** The simulator as its link holds it, but for what plays. */
export type NatState = {
  parameters: NatParameters;
  /** The hop in sight, from 1. */
  hop: number;
  predicted: Predicted;
  speed: Speed;
};

/** The names in the link. */
export const natKeys = [
  ...(['feature', 'client', 'protocol', 'families', 'mode', 'setting', 'lbonly'] as const),
  ...(['backend', 'v', 'server', 'hop', 'said', 'speed'] as const),
] as const;
export type NatKey = (typeof natKeys)[number];
export type NatLink = SimulatorLink<NatKey>;

const first = known.defaultNatParameters;

/** Reads a link, value by value; what is absent has its default, what is nonsense too, and is told. */
export function readNatLink(link: NatLink): { state: NatState; ignored: IgnoredValue[] } {
  const { read, ignored } = linkReader(link);
  const isYes = (key: NatKey, byDefault: boolean) =>
    read(key, byDefault ? 'yes' : 'no', oneOf(['yes', 'no'] as const)) === 'yes';
  const parameters: NatParameters = {
    feature: read('feature', first.feature, oneOf(known.natFeatures)),
    clientFamily: read('client', first.clientFamily, oneOf(known.clientFamilies)),
    protocol: read('protocol', first.protocol, oneOf(known.protocols)),
    families: read('families', first.families, oneOf(known.enabledFamilies)),
    mode: read('mode', first.mode, oneOf(known.modes)),
    isSettingOn: isYes('setting', first.isSettingOn),
    isLoadBalancerOnly: isYes('lbonly', first.isLoadBalancerOnly),
    backend: read('backend', first.backend, oneOf(known.backendPlaces)),
    minor: read('v', first.minor, (text) =>
      text.startsWith('1.') ? integerIn(known.minorBounds)(text.slice(2)) : null,
    ),
    serverIP: read('server', first.serverIP, (text) => (parseIPv4(text) === null ? null : text)),
  };
  const hop = read('hop', 1, integerIn({ min: 1, max: 99 }));
  const predicted = read<Predicted>('said', new Map(), parsePredicted);
  const speed = read<Speed>('speed', '1', oneOf(speeds));
  return { state: { parameters, hop, predicted, speed }, ignored };
}

/** Writes a state into a link; defaults are left out. */
export function writeNatLink({ parameters, hop, predicted, speed }: NatState): NatLink {
  const yes = (value: boolean, byDefault: boolean) =>
    unlessDefault(value ? 'yes' : 'no', byDefault ? 'yes' : 'no');
  return {
    feature: unlessDefault(parameters.feature, first.feature),
    client: unlessDefault(parameters.clientFamily, first.clientFamily),
    protocol: unlessDefault(parameters.protocol, first.protocol),
    families: unlessDefault(parameters.families, first.families),
    mode: unlessDefault(parameters.mode, first.mode),
    setting: yes(parameters.isSettingOn, first.isSettingOn),
    lbonly: yes(parameters.isLoadBalancerOnly, first.isLoadBalancerOnly),
    backend: unlessDefault(parameters.backend, first.backend),
    v: unlessDefault(`1.${parameters.minor}`, `1.${first.minor}`),
    server: unlessDefault(parameters.serverIP, first.serverIP),
    hop: unlessDefault(String(hop), '1'),
    said: predicted.size === 0 ? null : formatPredicted(predicted),
    speed: unlessDefault(speed, '1'),
  };
}
