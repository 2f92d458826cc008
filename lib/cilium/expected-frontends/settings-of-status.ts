import type { AgentStatus } from '../agent-status';
import type { Release } from '../agent-version';
import { atLeast } from '../agent-version';
import { nodePortOn, replacement } from '../fields/features';
import { isIPv6 } from './address-order';
import type { LoadBalancingSettings } from './load-balancing-input';

/** IP families an agent serves, from the pools it hands addresses out of (`IPAM: IPv4: 3/254 …, IPv6: …`). */
function familiesOf({ ipam }: AgentStatus): { ipv4: boolean; ipv6: boolean } {
  const pools = ipam?.status ?? '';
  const none = !/IPv[46]:/.test(pools);
  return { ipv4: none || pools.includes('IPv4:'), ipv6: pools.includes('IPv6:') };
}

/**
 * Gives what an agent's status says of its load balancing, null for what it does not say: topology hints, local
 * redirects and telling protocols apart are in no status. Where KPR is whole, every part of it is on.
 */
export function settingsOfStatus(status: AgentStatus, version: Release): LoadBalancingSettings {
  const features = status.kubeProxyReplacement?.features ?? {};
  const full = replacement(status) === 'full';
  const nodePort = full || nodePortOn(status) === true;
  const { portMin = 30_000, portMax = 32_767 } = features.nodePort ?? {};
  const { clusterMesh } = status;
  return {
    nodePort,
    hostPort: full || features.hostPort?.enabled === true,
    externalIPs: full || features.externalIPs?.enabled === true,
    ...familiesOf(status),
    nodePortRange: { min: portMin, max: portMax },
    gracefulTermination: atLeast(version, 18) || features.gracefulTermination?.enabled !== false,
    internalTrafficPolicy: true,
    serviceTopology: null,
    protocolDifferentiation: null,
    serviceProxyName: '',
    localRedirectPolicies: null,
    clusterMesh: clusterMesh === undefined ? false : clusterMesh.total > 0,
  };
}

/**
 * Gives the addresses an agent's NodePorts listen on: of each device the first IPv4 and the first IPv6 address that
 * is not link-local. null where the status names no device.
 */
export function nodePortAddressesOf(status: AgentStatus, settings: LoadBalancingSettings): string[] | null {
  const devices = status.kubeProxyReplacement?.deviceList;
  if (devices === undefined) return null;
  return devices.flatMap(({ ip }) => {
    const first4 = ip.find((address) => address !== '' && !isIPv6(address));
    const first6 = ip.find((address) => isIPv6(address) && !/^fe[89ab]/i.test(address));
    return [
      ...(settings.ipv4 && first4 !== undefined ? [first4] : []),
      ...(settings.ipv6 && first6 !== undefined ? [first6] : []),
    ];
  });
}
