import type { Facts } from '../simulator/facts';
import { devicesOutcome } from './devices-outcome';
import { readDevicesLink, type DevicesLink } from './devices-state';

/**
 * What is so in the simulator of devices:
 * - `version`: `1.21`
 * - `interfaceCount`, `deviceCount`: interfaces of the node, and those that Cilium takes
 * - `devices`: the names of those, with commas between; empty where there is none
 * - `devicesSetting`, `directRoutingSetting`: the settings as they are written; empty where not set
 * - `nodePortAddresses`, `nodePortAddressCount`: addresses on which NodePorts listen, with commas between
 * - `directRoutingDevice`: its name, empty where there is none; `directRoutingBy`: `named`, `only`, `node-ip`, `none`
 * - `agentStarts`: false where a rule ends the agent; `refusedByRule`: that rule, empty where it starts
 * - `takesBridge`, `takesVeth`: a bridge or a veth is among the devices
 * - `downCount`, `excludedByNameCount`: interfaces left out because they are down, and because of how their name begins
 */
export function devicesFacts(link: DevicesLink): Facts {
  const { parameters } = readDevicesLink(link).state;
  const { tested, direct, refusal } = devicesOutcome(parameters);
  const taken = tested.filter(({ isDevice }) => isDevice);
  const addresses = taken.flatMap(({ nodePortAddresses }) => nodePortAddresses);
  const failing = (test: string): number =>
    tested.filter(({ outcomes }) => outcomes.some((one) => one.test === test && one.result === 'fail'))
      .length;
  return {
    version: `1.${parameters.minor}`,
    interfaceCount: tested.length,
    deviceCount: taken.length,
    devices: taken.map(({ device }) => device.name).join(','),
    devicesSetting: parameters.devices,
    directRoutingSetting: parameters.directRoutingDevice,
    nodePortAddresses: addresses.join(','),
    nodePortAddressCount: addresses.length,
    directRoutingDevice: direct?.name ?? '',
    directRoutingBy: direct?.how ?? 'none',
    agentStarts: refusal === null,
    refusedByRule: refusal?.rule ?? '',
    takesBridge: taken.some(({ device }) => device.type === 'bridge' || device.type === 'openvswitch'),
    takesVeth: taken.some(({ device }) => device.type === 'veth'),
    downCount: failing('up'),
    excludedByNameCount: failing('prefix'),
  };
}
