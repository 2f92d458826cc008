import { canaryKey } from '../settings/canary-keys';
import type { ConfigLayer } from '../settings/config-layers';
import { desiredValue } from '../settings/config-layers';
import { knobOf } from '../settings/knob-catalogue';
import type { RefusedChange } from './plan';
import type { PlanAgent, PlanChanges, PlanCluster, PlanRequest } from './plan-input';
import { nodeConfigName, nodeConfigVersion } from './planned-layers';
import type { PlannedAgent } from './planned-rules';

/** What must be so beside a change that is tried on some nodes. */
export type CanaryCondition = { what: string; provided: string };

/** A CiliumNodeConfig as the API has it. */
export type CanaryObject = { apiVersion: string; name: string; hostnames: string[] };

/** Whether these changes can be tried on some nodes before the others, and by what. */
export type PlannedCanary = {
  possible: boolean;
  /** Why not, by key or node. Of chosen nodes also what stands in the way there. */
  reasons: RefusedChange[];
  conditions: CanaryCondition[];
  /** What is written for the chosen nodes; null where none are chosen, or it cannot be written for them. */
  object: CanaryObject | null;
  /** CiliumNodeConfigs of earlier canaries, whose keys this plan writes for every node: they go with it. */
  replaces: { apiVersion: string; name: string }[];
};

const ownNameForm = /^CiliumNodeConfig [^/]+\/(kpr-explorer-[0-9a-f]{8})$/;

/** The name of a CiliumNodeConfig that a plan made; null for every other object. */
function ownName({ kind, object }: ConfigLayer): string | null {
  return kind === 'node-config' ? (ownNameForm.exec(object)?.[1] ?? null) : null;
}

/** Earlier canaries that say nothing but what the changes say for every node, by the name of their object. */
export function replacedCanaries(
  { changes, nodes }: PlanRequest,
  { agents }: Pick<PlanCluster, 'agents'>,
): ReadonlyMap<string, ConfigLayer> {
  const found = new Map<string, ConfigLayer>();
  if (nodes !== null) return found;
  for (const layer of agents.flatMap(({ layers }) => layers)) {
    const name = ownName(layer);
    const keys = Object.keys(layer.data);
    if (name !== null && keys.length > 0 && keys.every((key) => key in changes)) found.set(name, layer);
  }
  return found;
}

/** The agents would find another value than the canary's: a CiliumNodeConfig of a greater name has the last word. */
function shadowing({ agent, layers }: PlannedAgent, changes: PlanChanges, written: string): RefusedChange[] {
  return Object.keys(changes).flatMap((key) => {
    const knob = knobOf(key, agent.version);
    const object = knob === null ? null : desiredValue(knob, layers).source.object;
    if (object === null || object === written) return [];
    const reason = `${object} sets it on ${agent.node} as well and has the last word there, for its name comes later than that of ${written}.`;
    return [{ what: key, reason }];
  });
}

/** Nodes that were not chosen and would follow all the same, for they have the hostname of one that was. */
function twins(chosen: readonly PlanAgent[], { agents }: Pick<PlanCluster, 'agents'>): RefusedChange[] {
  return agents.flatMap(({ node, hostname }) => {
    if (hostname === null || chosen.some((one) => one.node === node)) return [];
    const twin = chosen.find((one) => one.hostname === hostname);
    if (twin === undefined) return [];
    return [
      {
        what: twin.node,
        reason: `${node} has the same label kubernetes.io/hostname, and would follow as well.`,
      },
    ];
  });
}

/** Says whether the changes that are real can be tried on chosen nodes, the reason for each key where not. */
export function plannedCanary(
  { changes, nodes }: PlanRequest,
  concerned: readonly PlannedAgent[],
  cluster: PlanCluster,
  { id, replaced }: { id: string; replaced: ReadonlyMap<string, ConfigLayer> },
): PlannedCanary {
  const name = nodeConfigName(id);
  const agents = concerned.map(({ agent }) => agent);
  const words = Object.keys(changes).map((what) => ({ what, ...canaryKey(what) }));
  const reasons: RefusedChange[] = words.flatMap((word) =>
    word.sound ? [] : [{ what: word.what, reason: word.reason }],
  );
  if (nodes !== null) {
    const written = `CiliumNodeConfig ${cluster.namespace}/${name}`;
    reasons.push(...concerned.flatMap((one) => shadowing(one, changes, written)), ...twins(agents, cluster));
  }
  const apiVersion = nodeConfigVersion(agents);
  const hostnames = agents.flatMap(({ hostname }) => hostname ?? []);
  const isWritable = nodes !== null && apiVersion !== null && hostnames.length === nodes.length;
  return {
    possible: words.length > 0 && reasons.length === 0,
    reasons,
    conditions: words.flatMap((word) =>
      word.sound && word.provided !== null ? [{ what: word.what, provided: word.provided }] : [],
    ),
    object: isWritable ? { apiVersion, name, hostnames } : null,
    replaces:
      apiVersion === null ? [] : [...replaced.keys()].sort().map((one) => ({ apiVersion, name: one })),
  };
}
