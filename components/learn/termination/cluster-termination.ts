import { parseAgentVersion } from '@/lib/cilium/agent-version';
import { featuresOf } from '@/lib/cilium/fields/features';
import type { TerminationParameters } from '@/lib/learn/termination/termination-parameters';
import type { AgentView } from '@/lib/snapshot/agent-view';

/** Releases that the simulator knows the rows of, as minor numbers. */
const known = { min: 13, max: 21 };

/**
 * Gives what this cluster's agents report of it: the version and, up to v1.17, whether termination is graceful. Null
 * while no agent has reported, or where its release is not known.
 */
export function clusterTermination(agents: readonly AgentView[]): Partial<TerminationParameters> | null {
  for (const { status, version: text } of agents) {
    const version = parseAgentVersion(text ?? '');
    if (status === null || version === null || version.major !== 1) continue;
    const { major, minor, patch } = version;
    if (minor < known.min || minor > known.max) continue;
    const isReported = featuresOf(status).gracefulTermination;
    return {
      version: { major, minor, patch: Math.min(patch, 99) },
      isSettingOn: minor >= 18 || isReported === undefined || isReported.enabled === true,
    };
  }
  return null;
}
