import type { Fatal } from '@/lib/cilium/rules/first-fatal';
import { firstFatal } from '@/lib/cilium/rules/first-fatal';
import { noFacts } from '@/lib/cilium/rules/start-facts';
import type { ConfigMapData } from '@/lib/cilium/settings/config-data';
import type { KindTypes } from '../../agent-contract';
import type { CiliumVersion } from '../cilium-version';
import type { NodeFacts } from '../node-facts';

/** Linux's own `net.ipv4.ip_local_port_range`. */
const ephemeralPorts = { min: 32_768, max: 60_999 };

/**
 * Finds what ends an agent at its start, as the first of Cilium's checks that fails; null when it starts.
 * Neither kernel nor drivers are modelled: only rules that the configuration, version and devices decide.
 */
export function fatalProblem(
  data: ConfigMapData,
  version: CiliumVersion,
  facts: NodeFacts,
  node: KindTypes['Node'] | undefined,
): Fatal | null {
  const nodeIPs = (node?.status?.addresses ?? []).map(({ address }) => address);
  return firstFatal(version, data, { ...noFacts, devices: facts.devices, nodeIPs, ephemeralPorts });
}
