import { isDevice, testInterface, type TestOutcome } from '@/lib/cilium/devices/device-tests';
import { readPatterns } from '@/lib/cilium/devices/device-filter';
import type { InterfaceFacts } from '@/lib/cilium/devices/interface-facts';
import { firstFatal } from '@/lib/cilium/rules/first-fatal';
import { noFacts } from '@/lib/cilium/rules/start-facts';
import { directRoutingDevice, type DeviceFacts } from '@/lib/cilium/settings/devices';
import type { ConfigMapData } from '@/lib/cilium/settings/config-data';
import type { DevicesParameters } from './devices-parameters';
import { nodePortAddressesOf } from './node-port-addresses';

/** An interface with what its tests said. */
export type TestedInterface = {
  device: InterfaceFacts;
  outcomes: TestOutcome[];
  isDevice: boolean;
  /** The addresses on which NodePorts listen; none where it is no device. */
  nodePortAddresses: readonly string[];
};

/** How the direct-routing device was found. */
export type DirectRouting = { name: string; how: 'named' | 'only' | 'node-ip' };

/** All that the simulator shows of one node. */
export type DevicesOutcome = {
  tested: TestedInterface[];
  direct: DirectRouting | null;
  /** Why the agent ends at its start: rule and Cilium's words; null where it runs. */
  refusal: { rule: string; message: string } | null;
};

const release = (minor: number) => ({ major: 1, minor, patch: 0 });

/** Gives the configuration that parameters stand for: kube-proxy replacement is on, it needs devices. */
function configOf({ devices, directRoutingDevice: direct, ipv6, minor }: DevicesParameters): ConfigMapData {
  const names = readPatterns(devices).filter((pattern) => !pattern.startsWith('!'));
  return {
    'kube-proxy-replacement': minor < 14 ? 'strict' : 'true',
    'enable-ipv6': String(ipv6),
    ...(names.length > 0 ? { devices: names.join(' ') } : {}),
    ...(direct === '' ? {} : { 'direct-routing-device': direct }),
  };
}

/** Puts every interface through its tests, and says what the node has then. */
export function devicesOutcome(parameters: DevicesParameters): DevicesOutcome {
  const patterns = readPatterns(parameters.devices);
  const tested = parameters.interfaces.map((device): TestedInterface => {
    const outcomes = testInterface(device, patterns);
    const taken = isDevice(outcomes);
    return {
      device,
      outcomes,
      isDevice: taken,
      nodePortAddresses: taken ? nodePortAddressesOf(device.ips, parameters) : [],
    };
  });
  // The rules choose by the default route: what passed the tests is all that they are to see.
  const selected: DeviceFacts[] = tested
    .filter(({ isDevice: taken }) => taken)
    .map(({ device: { name, ips } }) => ({ name, ips: [...ips], defaultRoute: true }));
  const { minor, nodeIP } = parameters;
  const nodeIPs = nodeIP === '' ? [] : [nodeIP];
  const fatal = firstFatal(release(minor), configOf(parameters), { ...noFacts, devices: selected, nodeIPs });
  return {
    tested,
    direct: directOf(selected, parameters, nodeIPs),
    refusal: fatal === null ? null : { rule: fatal.rule, message: fatal.message },
  };
}

function directOf(
  selected: readonly DeviceFacts[],
  settings: DevicesParameters,
  nodeIPs: readonly string[],
): DirectRouting | null {
  const found = directRoutingDevice(selected, settings, nodeIPs);
  if (found === null) return null;
  const how = settings.directRoutingDevice !== '' ? 'named' : selected.length === 1 ? 'only' : 'node-ip';
  return { name: found.name, how };
}
