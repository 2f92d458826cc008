import { isIP } from '@/lib/cilium/ip-address';
import { integerIn } from '../simulator/choice';
import { linkReader, unlessDefault, type IgnoredValue, type SimulatorLink } from '../simulator/link-reader';
import { minorIn } from '../simulator/minor-version';
import { readStepped, writeStepped, type SteppedState } from '../simulator/stepped-state';
import {
  defaultDevicesParameters,
  deviceExampleNames,
  deviceExamples,
  minorBounds,
  settingMaxChars,
  type DevicesParameters,
} from './devices-parameters';
import { stepCount } from './devices-predictions';
import { formatInterfaces, parseInterfaces } from './interfaces-text';
import { parseNetworks } from './node-port-addresses';

/** The simulator as its link holds it, but for what plays. */
export type DevicesState = SteppedState<DevicesParameters> & {
  /** The step in sight, from 1: a test, the addresses, direct routing. */
  step: number;
};

/** The names in the link. */
export const devicesKeys = [
  'if',
  'devices',
  'direct',
  'addresses',
  'nodeip',
  'ipv6',
  'v',
  'step',
  'said',
  'speed',
] as const;
/** The values of those names, null where one is absent. */
export type DevicesLink = SimulatorLink<(typeof devicesKeys)[number]>;

const first = defaultDevicesParameters;

/** Names of interfaces, `+` and `!`, with commas or blanks between: what `devices` may be made of. */
const patternsPattern = /^[A-Za-z0-9_.+!, -]*$/;

/** Reads the text of `devices` or `direct-routing-device`; null where it cannot be one. */
export function readSetting(text: string): string | null {
  return text.length <= settingMaxChars && patternsPattern.test(text) ? text : null;
}

/** Reads the text of `nodeport-addresses`; null where it is no list of networks. */
export function readNetworks(text: string): string | null {
  return text.length <= settingMaxChars && parseNetworks(text) !== null ? text : null;
}

function parseSet(text: string) {
  const example = deviceExampleNames.find((name) => name === text);
  return example === undefined ? parseInterfaces(text) : deviceExamples[example].interfaces;
}

function formatSet(interfaces: DevicesParameters['interfaces']): string {
  const text = formatInterfaces(interfaces);
  return (
    deviceExampleNames.find((name) => formatInterfaces(deviceExamples[name].interfaces) === text) ?? text
  );
}

/** Reads a link, value by value; what is absent has its default, what is nonsense too, and is told. */
export function readDevicesLink(link: DevicesLink): { state: DevicesState; ignored: IgnoredValue[] } {
  const { read, isYes, ignored } = linkReader(link);
  const parameters: DevicesParameters = {
    interfaces: read('if', first.interfaces, parseSet),
    devices: read('devices', first.devices, readSetting),
    directRoutingDevice: read('direct', first.directRoutingDevice, readSetting),
    nodePortAddresses: read('addresses', first.nodePortAddresses, readNetworks),
    nodeIP: read('nodeip', first.nodeIP, (text) => (text === 'none' ? '' : isIP(text) ? text : null)),
    ipv6: isYes('ipv6', false),
    minor: read('v', first.minor, minorIn(minorBounds)),
  };
  const step = read('step', 1, integerIn({ min: 1, max: stepCount }));
  return { state: { parameters, step, ...readStepped(read) }, ignored };
}

/** Writes a state into a link; defaults are left out. */
export function writeDevicesLink({ parameters, step, ...seen }: DevicesState): DevicesLink {
  return {
    if: unlessDefault(formatSet(parameters.interfaces), formatSet(first.interfaces)),
    devices: unlessDefault(parameters.devices, first.devices),
    direct: unlessDefault(parameters.directRoutingDevice, first.directRoutingDevice),
    addresses: unlessDefault(parameters.nodePortAddresses, first.nodePortAddresses),
    nodeip: unlessDefault(parameters.nodeIP === '' ? 'none' : parameters.nodeIP, first.nodeIP),
    ipv6: parameters.ipv6 ? 'yes' : null,
    v: unlessDefault(`1.${parameters.minor}`, `1.${first.minor}`),
    step: unlessDefault(step, 1),
    ...writeStepped(seen),
  };
}
