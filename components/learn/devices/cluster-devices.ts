import { agentVersionOf } from '@/lib/cilium/agent-version';
import type { InterfaceFacts } from '@/lib/cilium/devices/interface-facts';
import { settingsOfStatus } from '@/lib/cilium/expected-frontends/settings-of-status';
import { isPlainAddress, interfaceNamePattern, mostAddresses } from '@/lib/learn/devices/interfaces-text';
import { minorBounds, mostInterfaces, type DevicesParameters } from '@/lib/learn/devices/devices-parameters';
import { nearestMinor } from '@/lib/learn/simulator/minor-version';
import type { AgentView } from '@/lib/snapshot/agent-view';

/**
 * Gives the devices of the first node whose agent reports any, as interfaces. Agents report only what they took: of the
 * node's other interfaces, and of routes, nothing is known, so every device is said to be up and a card.
 */
export function clusterDevices(agents: readonly AgentView[]): Partial<DevicesParameters> | null {
  const sorted = agents.toSorted((a, b) => (a.node < b.node ? -1 : 1));
  for (const { status, nodeIPs } of sorted) {
    const version = status === null ? null : agentVersionOf(status);
    const reported = status?.kubeProxyReplacement?.deviceList ?? [];
    if (status === null || version === null || reported.length === 0) continue;
    const interfaces = reported
      .filter(({ name }) => interfaceNamePattern.test(name))
      .slice(0, mostInterfaces)
      .map(({ name, ip }): InterfaceFacts => ({
        name,
        type: 'device',
        ips: ip.filter(isPlainAddress).slice(0, mostAddresses),
        up: true,
        defaultRoute: ip.some((each) => nodeIPs.includes(each)),
        master: null,
      }));
    if (interfaces.length === 0) continue;
    return {
      interfaces,
      devices: '',
      directRoutingDevice: '',
      nodePortAddresses: '',
      nodeIP: nodeIPs.find(isPlainAddress) ?? '',
      ipv6: settingsOfStatus(status, version).ipv6,
      minor: nearestMinor(version.minor, minorBounds),
    };
  }
  return null;
}
