import type { Fatal } from '@/lib/cilium/rules/first-fatal';
import { firstFatal } from '@/lib/cilium/rules/first-fatal';
import type { StartFacts } from '@/lib/cilium/rules/start-facts';
import { noFacts } from '@/lib/cilium/rules/start-facts';
import type { ConfigMapData } from '@/lib/cilium/settings/config-data';
import type { KindTypes } from '../../agent-contract';
import type { CiliumVersion } from '../cilium-version';
import type { NodeFacts } from '../node-facts';

/** All that an agent's start depends on beside its configuration. What only traffic shows is left out: no agent looks at it. */
export function startFacts(facts: NodeFacts, node: KindTypes['Node'] | undefined): StartFacts {
  const { devices, kernel, ephemeralPorts, devicesWithoutXDP, deviceTypes, mounts } = facts;
  const nodeIPs = (node?.status?.addresses ?? []).map(({ address }) => address);
  return {
    ...noFacts,
    devices,
    nodeIPs,
    kernel,
    ephemeralPorts,
    devicesWithoutXDP,
    deviceTypes,
    mounts,
  };
}

/** Finds what ends an agent at its start, as the first of Cilium's checks that fails; null when it starts. */
export function fatalProblem(
  data: ConfigMapData,
  version: CiliumVersion,
  facts: NodeFacts,
  node: KindTypes['Node'] | undefined,
): Fatal | null {
  return firstFatal(version, data, startFacts(facts, node));
}
