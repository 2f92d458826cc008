import { parseAgentVersion } from '@/lib/cilium/agent-version';
import { featuresOf } from '@/lib/cilium/fields/features';
import { minorBounds, type AffinityParameters } from '@/lib/learn/affinity/affinity-parameters';
import { newestWithoutCookie } from '@/lib/learn/affinity/affinity-state';
import { nearestMinor } from '@/lib/learn/simulator/minor-version';
import type { AgentView } from '@/lib/snapshot/agent-view';

/** Gives this cluster's version, algorithm and coverage of Socket LB, as its first agent reports them; null while none has. */
export function clusterAffinity(
  agents: readonly AgentView[],
  { insideWay }: Pick<AffinityParameters, 'insideWay'>,
): Partial<AffinityParameters> | null {
  const agent = agents.find(({ status, version }) => status !== null && version !== null);
  if (agent?.status === undefined || agent.status === null) return null;
  const { nodePort, bpfSocketLBHostnsOnly, sessionAffinity } = featuresOf(agent.status);
  const version = parseAgentVersion(agent.version ?? '')?.minor ?? minorBounds.max;
  const minor = nearestMinor(version, minorBounds);
  // Agents do not report their kernel: what was chosen stays, as far as the version allows it.
  const kept = insideWay === 'no-cookie' && minor <= newestWithoutCookie ? 'no-cookie' : 'cookie';
  return {
    isOn: sessionAffinity?.enabled !== false,
    algorithm: nodePort?.algorithm?.toLowerCase() === 'maglev' ? 'maglev' : 'random',
    insideWay: bpfSocketLBHostnsOnly === true ? 'packet' : kept,
    minor,
  };
}
