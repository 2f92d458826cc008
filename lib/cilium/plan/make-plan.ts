import { blastRadius } from './blast-radius';
import { objectDiffs } from './text-diff';
import type { Plan } from './plan';
import { nodeConfigText, planCommands } from './plan-commands';
import type { PlanAgent, PlanChanges, PlanCluster, PlanRequest } from './plan-input';
import { planId } from './plan-text';
import { plannedCanary, replacedCanaries } from './planned-canary';
import { plannedChanges } from './planned-changes';
import { nodeConfigName, plannedLayers } from './planned-layers';
import type { PlannedAgent } from './planned-rules';
import { plannedRules } from './planned-rules';
import { refusedChanges } from './refused-changes';

/** True where the object that would be written says it already. */
function says(key: string, to: string | null, { nodes }: PlanRequest, cluster: PlanCluster): boolean {
  if (nodes === null) return (cluster.configMap?.data[key]?.trim() ?? null) === to;
  const chosen = cluster.agents.filter(({ node }) => nodes.includes(node));
  return chosen.length > 0 && chosen.every(({ layers }) => valueIn(layers, key) === to);
}

function valueIn(layers: PlanAgent['layers'], key: string): string | null {
  return layers.findLast(({ data }) => data[key] !== undefined)?.data[key]?.trim() ?? null;
}

/**
 * Makes a plan of changes: what would be written, what every start-up rule of the agents' versions says of it, what it
 * touches, and the same as commands. It depends on nothing but its arguments, and changes nothing.
 */
export function makePlan(request: PlanRequest, cluster: PlanCluster): Plan {
  const { nodes } = request;
  const { namespace, release } = cluster;
  const id = planId(request);
  const name = nodeConfigName(id);
  const refused = refusedChanges(request, cluster);
  const isRefused = new Set(refused.map(({ what }) => what));
  const asked = Object.entries(request.changes).filter(([key]) => !isRefused.has(key));
  const unchanged = asked.flatMap(([key, to]) => (says(key, to, request, cluster) ? [key] : []));
  const real: PlanChanges = Object.fromEntries(asked.filter(([key]) => !unchanged.includes(key)));
  const kept: PlanRequest = { changes: real, nodes };
  const replaced = replacedCanaries(kept, cluster);
  const concerned: PlannedAgent[] = cluster.agents
    .filter(({ node }) => nodes === null || nodes.includes(node))
    .map((agent) => ({ agent, layers: plannedLayers(agent, kept, { id, namespace, replaced }) }));
  const agents = concerned.map(({ agent }) => agent);
  const changed = new Set(Object.keys(real));
  const written =
    nodes === null
      ? `ConfigMap ${namespace}/${cluster.configMap?.name ?? 'cilium-config'}`
      : `CiliumNodeConfig ${namespace}/${name}`;
  const rules = plannedRules(concerned, changed, written);
  const changes = plannedChanges(real, concerned, rules, release);
  const radius = blastRadius(changed.size === 0 ? [] : concerned, changes, cluster, nodes !== null);
  const canary = plannedCanary(kept, concerned, cluster, { id, replaced });
  const manifest = nodes === null ? null : nodeConfigText(kept, agents, { namespace, name });
  return {
    id,
    applicable:
      changed.size > 0 &&
      refused.length === 0 &&
      rules.every(({ verdict }) => verdict !== 'fatal') &&
      (nodes === null || canary.possible),
    nodes: nodes === null ? null : [...nodes],
    versions: [...new Set(agents.map(({ version }) => version.text))].sort(),
    owner: cluster.configMap?.owner ?? null,
    changes,
    unchanged,
    refused,
    unjudged: cluster.unjudged.filter((node) => nodes === null || nodes.includes(node)),
    diff:
      changed.size === 0
        ? []
        : objectDiffs(kept, cluster, {
            manifest: manifest === null ? null : { name, text: manifest },
            replaced,
          }),
    rules,
    canary,
    blastRadius: radius,
    commands: planCommands(kept, cluster, {
      id,
      name,
      changes,
      rules,
      radius,
      agents,
      replaced: [...replaced.keys()],
    }),
  };
}
