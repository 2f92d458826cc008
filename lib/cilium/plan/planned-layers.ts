import { atLeast } from '../agent-version';
import type { ConfigMapData } from '../settings/config-data';
import type { ConfigLayer } from '../settings/config-layers';
import type { PlanAgent, PlanChanges, PlanRequest } from './plan-input';

/** The data of an object after the changes. */
export function changedData(data: ConfigMapData, changes: PlanChanges): Record<string, string> {
  const result: Record<string, string> = { ...data };
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) delete result[key];
    else result[key] = value;
  }
  return result;
}

/** The name of the CiliumNodeConfig that a plan for chosen nodes makes. Of several for one node the greatest name wins. */
export function nodeConfigName(id: string): string {
  return `kpr-explorer-${id}`;
}

/** What an agent would find at its next start. Other nodes than the chosen ones find what they find now. */
export function plannedLayers(
  agent: PlanAgent,
  { changes, nodes }: PlanRequest,
  { id, namespace, replaced }: { id: string; namespace: string; replaced: ReadonlyMap<string, ConfigLayer> },
): readonly ConfigLayer[] {
  if (nodes === null) {
    const gone = new Set([...replaced.values()].map(({ object }) => object));
    return agent.layers.flatMap((layer) => {
      if (gone.has(layer.object)) return [];
      return layer.kind === 'config-map' ? { ...layer, data: changedData(layer.data, changes) } : layer;
    });
  }
  if (!nodes.includes(agent.node)) return agent.layers;
  const own: ConfigLayer = {
    kind: 'node-config',
    object: `CiliumNodeConfig ${namespace}/${nodeConfigName(id)}`,
    data: changedData({}, changes),
    writtenTimestamp: null,
    keyTimestamps: {},
  };
  const [shared, ...ofNode] = agent.layers;
  if (shared === undefined) return [own];
  return [shared, ...[...ofNode, own].sort((a, b) => (a.object < b.object ? -1 : 1))];
}

/** The version of the API that a CiliumNodeConfig is written in; null before v1.13, which has none (cilium-config.md 4.6). */
export function nodeConfigVersion(agents: readonly Pick<PlanAgent, 'version'>[]): string | null {
  if (agents.length === 0 || agents.some(({ version }) => !atLeast(version, 13))) return null;
  return agents.every(({ version }) => atLeast(version, 16)) ? 'cilium.io/v2' : 'cilium.io/v2alpha1';
}
