import type { Fatal } from '@/lib/cilium/rules/first-fatal';
import { firstFatal } from '@/lib/cilium/rules/first-fatal';
import { hasSince } from '@/lib/cilium/rules/kernel-feature';
import { noFacts } from '@/lib/cilium/rules/start-facts';
import type { ConfigMapData } from '@/lib/cilium/settings/config-data';
import type { KindTypes } from '../../agent-contract';
import type { CiliumVersion } from '../cilium-version';
import type { NodeFacts } from '../node-facts';

/** Linux's own `net.ipv4.ip_local_port_range`, with no port reserved. */
const ephemeralPorts = { min: 32_768, max: 60_999 };
const sysctls = {
  'net.ipv4.ip_local_port_range': '32768\t60999',
  'net.ipv4.ip_local_reserved_ports': '',
};

/**
 * Finds what ends an agent at its start, as the first of Cilium's checks that fails; null when it starts.
 * The kernel is what its number says. Drivers are not modelled, nor the mounts of a node.
 */
export function fatalProblem(
  data: ConfigMapData,
  version: CiliumVersion,
  facts: NodeFacts,
  node: KindTypes['Node'] | undefined,
): Fatal | null {
  const nodeIPs = (node?.status?.addresses ?? []).map(({ address }) => address);
  const { devices, kernel, netkit = hasSince(kernel, '6.7') === true } = facts;
  return firstFatal(version, data, {
    ...noFacts,
    devices,
    nodeIPs,
    kernel,
    ephemeralPorts,
    sysctls,
    netkit: netkit ? { scrub: hasSince(kernel, '6.13') === true } : 'absent',
  });
}
