import type { KindTypes } from '../../agent-contract';
import type { CiliumVersion } from '../cilium-version';
import type { NodeFacts } from '../node-facts';
import { readSettings } from '@/lib/cilium/settings/agent-settings';
import type { ConfigMapData } from '@/lib/cilium/settings/config-data';
import { combinationChecks } from './combination-checks';
import { flagChecks } from './flag-checks';
import type { Problem } from './problem';
import { valueChecks } from './value-checks';

/**
 * Finds what ends an agent at its start, as the first of Cilium's checks that fails; null when it starts.
 * Neither kernel nor drivers are modelled: only rules that the configuration, version and devices decide.
 */
export function fatalProblem(
  data: ConfigMapData,
  version: CiliumVersion,
  facts: NodeFacts,
  node: KindTypes['Node'] | undefined,
): Problem | null {
  const nodeIPs = (node?.status?.addresses ?? []).map(({ address }) => address);
  const start = { data, settings: readSettings(data, version), version, facts, nodeIPs };
  for (const check of [...flagChecks, ...valueChecks, ...combinationChecks]) {
    const found = check(start);
    if (found !== null) return found;
  }
  return null;
}
