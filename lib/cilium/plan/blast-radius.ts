import { atLeast } from '../agent-version';
import type { ServiceType } from '../frontend';
import { maglevMemory } from '../maglev/table-memory';
import { readSettings } from '../settings/agent-settings';
import { changeSinceStart } from '../settings/change-since-start';
import { desiredValue, mergeLayers, ownValue } from '../settings/config-layers';
import { knobsOf } from '../settings/knob-catalogue';
import { isReadByOperator } from '../settings/operator-keys';
import { connectionEffects } from './connection-effects';
import { handWork } from './hand-work';
import type { BlastRadius, ComesAlong, PlannedChange } from './plan';
import type { PlanCluster } from './plan-input';
import type { PlannedAgent } from './planned-rules';

/** Keys that only packets from outside the cluster depend on. */
const outsideKeys = new Set([
  'bpf-lb-mode',
  'bpf-lb-dsr-dispatch',
  'bpf-lb-algorithm',
  'bpf-lb-maglev-table-size',
  'bpf-lb-maglev-hash-seed',
  'bpf-lb-acceleration',
  'bpf-lb-mode-annotation',
  'bpf-lb-algorithm-annotation',
  'node-port-range',
  'enable-nat46x64-gateway',
]);
const outsideTypes = new Set<ServiceType | null>(['NodePort', 'LoadBalancer', 'ExternalIPs', 'HostPort']);

/** How many pods a rolling update takes down at once: a count, or a part of all, rounded up. */
export function atATime(maxUnavailable: string | null, agents: number): number {
  const percent = /^(\d{1,3})%$/.exec(maxUnavailable ?? '')?.[1];
  const count =
    percent === undefined ? Number(maxUnavailable ?? 1) : Math.ceil((Number(percent) * agents) / 100);
  return Number.isInteger(count) && count > 0 ? count : 1;
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}

/** How the restarts would go. Chosen nodes restart one after another, for their pods are deleted by hand. */
function rollout(
  agents: readonly PlannedAgent[],
  cluster: PlanCluster,
  isChosen: boolean,
): BlastRadius['rollout'] {
  const { daemonSet, startSeconds } = cluster;
  // Start-up probe: 105 × 2 s up to v1.17, 300 × 2 s since (values.yaml of the charts).
  const startLimitSeconds = agents.some(({ agent }) => atLeast(agent.version, 18)) ? 600 : 210;
  const secondsAnAgent = median(startSeconds);
  const strategy = isChosen ? 'one node after another' : (daemonSet?.strategy ?? null);
  const isRolling = isChosen || daemonSet?.strategy === 'RollingUpdate';
  const at = !isRolling ? null : isChosen ? 1 : atATime(daemonSet?.maxUnavailable ?? null, agents.length);
  const rounds = at === null ? null : Math.ceil(agents.length / at);
  return {
    strategy,
    atATime: at,
    rounds,
    secondsAnAgent,
    aboutSeconds: rounds === null || secondsAnAgent === null ? null : rounds * secondsAnAgent,
    startLimitSeconds,
  };
}

/** What Maglev tables take on a node, before and after: one for each frontend that outside clients use. */
function memory(agents: readonly PlannedAgent[], { frontends }: PlanCluster): BlastRadius['memory'] {
  const [first] = agents;
  if (first === undefined) return null;
  const tables = frontends.filter(({ type }) => outsideTypes.has(type));
  const largest = Math.max(0, ...tables.map(({ backends }) => backends.length));
  const of = (layers: PlannedAgent['layers']) => {
    const { algorithm, maglevTableSize } = readSettings(mergeLayers(layers), first.agent.version);
    if (algorithm !== 'maglev' || !Number.isFinite(maglevTableSize)) return { kernelBytes: 0, agentBytes: 0 };
    return maglevMemory(first.agent.version, maglevTableSize, tables.length, largest);
  };
  const [before, after] = [of(first.agent.layers), of(first.layers)];
  const kernelBytes = after.kernelBytes - before.kernelBytes;
  const agentBytes = after.agentBytes - before.agentBytes;
  return kernelBytes === 0 && agentBytes === 0 ? null : { kernelBytes, agentBytes, tables: tables.length };
}

/** What was written since agents started, and would take effect by the same restart. */
function comesAlong(agents: readonly PlannedAgent[], changed: ReadonlySet<string>): ComesAlong[] {
  const found = new Map<string, ComesAlong>();
  for (const { agent } of agents) {
    const { startedWith } = agent;
    if (startedWith === null) continue;
    for (const knob of knobsOf(agent.version)) {
      if (changed.has(knob.key) || changeSinceStart(knob, agent.layers, agent) !== 'changed') continue;
      const from = ownValue(knob, startedWith) ?? null;
      const to = desiredValue(knob, agent.layers).value;
      const name = JSON.stringify([knob.key, from, to]);
      const known = found.get(name);
      if (known === undefined) found.set(name, { key: knob.key, from, to, nodes: [agent.node] });
      else known.nodes.push(agent.node);
    }
  }
  return [...found.values()];
}

/** The changed keys that an operator of the version that runs here reads as well. It knows no CiliumNodeConfig. */
function operatorKeys(agents: readonly PlannedAgent[], changed: ReadonlySet<string>): string[] {
  return [...changed].filter((key) => agents.some(({ agent }) => isReadByOperator(key, agent.version)));
}

/** Says what a plan touches, how long it takes, and what it breaks. `agents` are those that must start again. */
export function blastRadius(
  agents: readonly PlannedAgent[],
  changes: readonly PlannedChange[],
  cluster: PlanCluster,
  isChosen: boolean,
): BlastRadius {
  const changed = new Set(changes.map(({ key }) => key));
  const outside = changes.every(({ key }) => outsideKeys.has(key));
  const concerned = cluster.frontends.filter(({ type }) => !outside || outsideTypes.has(type));
  return {
    nodes: agents.map(({ agent }) => agent.node),
    frontends: { count: changes.length === 0 ? 0 : concerned.length, outside },
    backends: changes.length === 0 ? 0 : new Set(concerned.flatMap(({ backends }) => backends)).size,
    rollout: rollout(agents, cluster, isChosen),
    memory: memory(agents, cluster),
    operatorKeys: isChosen ? [] : operatorKeys(agents, changed),
    connections: changes.length === 0 ? [] : connectionEffects(changes),
    byHand: handWork(agents, changed),
    comesAlong: comesAlong(agents, changed),
  };
}
