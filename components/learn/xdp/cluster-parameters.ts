import { minorBounds, type XdpParameters } from '@/lib/learn/xdp/xdp-parameters';
import { nearestMinor } from '@/lib/learn/simulator/minor-version';
import type { AgentView } from '@/lib/snapshot/agent-view';
import { pathNodes } from '@/lib/snapshot/trace/path-nodes';

/**
 * Gives the acceleration and the version that this cluster's agents report; null while none has. Drivers and kernels
 * are in no answer of theirs.
 */
export function clusterParameters(agents: readonly AgentView[]): Partial<XdpParameters> | null {
  const { nodes } = pathNodes(agents);
  const first = [...nodes.values()].toSorted((a, b) => a.name.localeCompare(b.name))[0];
  if (first === undefined) return null;
  const { acceleration, version } = first.settings;
  return { acceleration, minor: nearestMinor(version.minor, minorBounds) };
}
