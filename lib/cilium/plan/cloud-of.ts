import { readSettings } from '../settings/agent-settings';
import { mergeLayers } from '../settings/config-layers';
import type { PlannedAgent } from './planned-rules';

/** Where a node stands, as far as it decides what a person has to do there; `other`: bare metal, a hypervisor, any other cloud. */
export type Cloud = 'aws' | 'azure' | 'gcp' | 'other';

/** Schemes of `spec.providerID`, which the cloud's own controller writes. */
const providers: Readonly<Record<string, Cloud>> = { aws: 'aws', azure: 'azure', gce: 'gcp' };

/** IPAM modes that exist in one cloud only (cilium-config.md 1.3). */
const ipams: Readonly<Record<string, Cloud>> = { eni: 'aws', azure: 'azure' };

/** Gives the cloud of a node: by its provider ID, else by its IPAM mode or its name. */
export function cloudOf({ agent, layers }: PlannedAgent): Cloud {
  const byProvider = agent.provider === null ? undefined : (providers[agent.provider] ?? 'other');
  if (byProvider !== undefined) return byProvider;
  const { ipam } = readSettings(mergeLayers(layers), agent.version);
  return ipams[ipam] ?? (/\.(?:ec2|compute)\.internal$/.test(agent.node) ? 'aws' : 'other');
}
