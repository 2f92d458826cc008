import { parseAgentVersion } from '@/lib/cilium/agent-version';
import { featuresOf } from '@/lib/cilium/fields/features';
import { minorBounds, type NatParameters } from '@/lib/learn/nat/nat-parameters';
import type { AgentView } from '@/lib/snapshot/agent-view';
import { pathNodes } from '@/lib/snapshot/trace/path-nodes';

/**
 * Gives what this cluster's agents report of it: mode, version, and which half is on; for Services where neither is.
 * Null while no agent has reported, or where its release is not known.
 */
export function clusterNat(agents: readonly AgentView[]): Partial<NatParameters> | null {
  for (const agent of agents) {
    const version = parseAgentVersion(agent.version ?? '');
    if (agent.status === null || version === null || version.major !== 1) continue;
    const { minor } = version;
    if (minor < minorBounds.min || minor > minorBounds.max) continue;
    const settings = pathNodes([agent]).nodes.get(agent.node)?.settings;
    const nat = featuresOf(agent.status).nat46X64;
    const isGateway = nat?.gateway?.enabled === true;
    return {
      minor,
      feature: isGateway ? 'gateway' : 'services',
      isSettingOn: isGateway || settings?.nat46x64 === true,
      mode: settings?.mode ?? 'snat',
    };
  }
  return null;
}
