import { parse } from 'yaml';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import { makePlan } from '@/lib/cilium/plan/make-plan';
import type { Plan } from '@/lib/cilium/plan/plan';
import type { PlanAgent, PlanChanges, PlanRequest } from '@/lib/cilium/plan/plan-input';
import { readSettings } from '@/lib/cilium/settings/agent-settings';
import { selectedDevices } from '@/lib/cilium/settings/devices';
import { configOwnerOf } from '@/lib/cilium/settings/config-owner';
import { toNode } from '@/lib/server/kube/to-node';
import { toNodeConfig } from '@/lib/server/kube/to-node-config';
import type {
  AgentDeath,
  CiliumNodeConfig,
  KindTypes,
  ObjectReader,
} from '@/lib/server/training/agent-contract';
import type { CiliumVersion } from '@/lib/server/training/agent/cilium-version';
import { parseCiliumVersion } from '@/lib/server/training/agent/cilium-version';
import { createAgentFactory } from '@/lib/server/training/agent/create-agent';
import { defaultNodeFacts } from '@/lib/server/training/agent/node-facts';
import { fatalProblem } from '@/lib/server/training/agent/start-up/fatal-problem';
import { mergePatch } from '@/lib/server/training/api-server/merge-patch';
import { agentConfiguration } from '@/lib/server/training/controllers/agent-configuration';
import { ConfigHistory } from '@/lib/snapshot/agreement/config-history';
import { NameIndex } from '@/lib/snapshot/names/name-index';
import type { ConfigMapObject } from '@/lib/snapshot/objects/config-map-object';
import type { AgentRecord } from '../agent-record';
import { newAgentRecord } from '../agent-record';
import { planCluster } from './plan-cluster';
import type { RandomNode, RandomWorld } from './random-world.fixture';

const namespace = 'kube-system';
/** When things happen, in milliseconds: agents start between what is written first and what is written since. */
const [writtenMs, startedMs, rewrittenMs, freshMs] = [1_000, 2_000, 3_000, 4_000];
const timestamp = (ms: number): string => new Date(ms).toISOString();
const nameOf = (index: number): string => `node-${index + 1}`;

type Config = Record<string, string>;
type Objects = { map: Config; nodeConfigs: CiliumNodeConfig[] };

/** What an agent died of at its start; null where it runs. */
export type Death = AgentDeath & { rule: string };

/** A plan, and what becomes of each agent that starts with it. */
export type PlannedWorld = { plan: Plan; deaths: Map<string, Death | null> };

function nodeObject(index: number, { kernel }: RandomNode): KindTypes['Node'] {
  const name = nameOf(index);
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { 'kubernetes.io/hostname': `${name}.example` } },
    spec: {},
    status: {
      addresses: [{ type: 'InternalIP', address: '192.0.2.11' }],
      nodeInfo: { kernelVersion: `${kernel.major}.${kernel.minor}.7-cloud` },
    },
    // Of nodeInfo, only the kernel matters to a start.
  } as unknown as KindTypes['Node'];
}

function nodeConfig(name: string, defaults: Config, nodeSelector: object): CiliumNodeConfig {
  return {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNodeConfig',
    metadata: { name, namespace },
    spec: { nodeSelector, defaults },
  };
}

function readerOf({ map, nodeConfigs }: Objects, nodes: readonly KindTypes['Node'][]): ObjectReader {
  const lists = {
    ConfigMap: [{ metadata: { name: 'cilium-config', namespace }, data: map }],
    CiliumNodeConfig: nodeConfigs,
    Node: nodes,
    Service: [],
    EndpointSlice: [],
    Pod: [],
    Namespace: [],
  };
  // The lists are keyed by the kind of what they hold.
  return { revision: () => 1, list: (kind) => lists[kind] as never };
}

/** The cluster of a world as its API server would have it, and its agents as they would start there. */
class World {
  readonly #random: RandomWorld;
  readonly #nodes: KindTypes['Node'][];
  readonly before: Objects;
  readonly now: Objects;

  constructor(random: RandomWorld) {
    this.#random = random;
    this.#nodes = random.nodes.map((node, index) => nodeObject(index, node));
    const own = random.nodes.flatMap(({ own: defaults }, index) => {
      const labels = { 'kubernetes.io/hostname': `${nameOf(index)}.example` };
      return defaults === null ? [] : [nodeConfig(`own-${index}`, defaults, { matchLabels: labels })];
    });
    const shared = random.forAll === null ? [] : [nodeConfig('shared', random.forAll, {})];
    this.before = { map: random.data, nodeConfigs: [...own, ...shared] };
    this.now = { ...this.before, map: mergePatch(random.data, random.since) as Config };
  }

  version(index: number): CiliumVersion {
    const version = parseCiliumVersion(this.#random.nodes[index]?.version ?? '');
    if (version === null) throw new Error(`no version of node ${index}`);
    return version;
  }

  configuration(index: number, objects: Objects): Config {
    return agentConfiguration(readerOf(objects, this.#nodes), namespace, nameOf(index));
  }

  /** Starts the agent of a node with what it would find, and all that its node is. */
  start(index: number, objects: Objects): Death | null {
    const random = this.#random.nodes[index];
    const node = this.#nodes[index];
    if (random === undefined || node === undefined) throw new Error(`no node ${index}`);
    const facts = { ...defaultNodeFacts(node, nameOf(index)), ...random.facts };
    const version = this.version(index);
    const config = this.configuration(index, objects);
    const agent = createAgentFactory({ facts: () => facts })({
      nodeName: nameOf(index),
      podName: `cilium-${index}`,
      image: `quay.io/cilium/cilium:v${version.text}`,
      config,
      objects: readerOf(objects, this.#nodes),
      startedAtMs: 0,
      nowMs: () => 1,
      seed: 1,
    });
    agent.stop();
    if (agent.fatal === null) return null;
    return { ...agent.fatal, rule: fatalProblem(config, version, facts, node)?.rule ?? '' };
  }

  /** The objects after a plan was applied, as the API server and `kubectl apply` of its manifest would have it. */
  after({ changes, commands, nodes }: Plan): Objects {
    if (nodes === null) {
      const patch = Object.fromEntries(changes.map(({ key, to }) => [key, to]));
      return { ...this.now, map: mergePatch(this.now.map, patch) as Config };
    }
    if (commands.nodeConfig === null) return this.now;
    // The manifest is what a user would apply; it was written by the plan.
    const made = parse(commands.nodeConfig) as CiliumNodeConfig;
    return { ...this.now, nodeConfigs: [...this.now.nodeConfigs, made] };
  }

  /** What is known of an agent that started when its node says so, and lived or not. */
  record(index: number): AgentRecord {
    const random = this.#random.nodes[index];
    if (random === undefined) throw new Error(`no node ${index}`);
    const found = random.isFresh ? this.now : this.before;
    const lives = this.start(index, found) === null;
    // A container may start again long after its pod's configuration was written, whether it crashed for it or not.
    const sinceMs = random.isFresh || !lives || random.restarted ? freshMs : startedMs;
    const record = newAgentRecord({
      namespace,
      name: `cilium-${index}`,
      node: nameOf(index),
      container: 'cilium-agent',
      image: null,
      daemonSet: 'cilium',
      ips: [],
      phase: 'Running',
      ready: lives,
      waitingReason: lives ? null : 'CrashLoopBackOff',
      terminating: false,
      restarts: lives && !random.restarted ? 0 : 3,
      createdTimestamp: timestamp(random.isFresh ? freshMs : startedMs),
      startedTimestamp: timestamp(sinceMs),
      readyTimestamp: null,
      memoryLimitBytes: null,
      containerId: `containerd://${index}`,
    });
    record.version = random.version;
    if (!lives || !random.answers) return record;
    const settings = readSettings(this.configuration(index, found), this.version(index));
    const selected = selectedDevices(random.facts.devices, settings);
    record.status = statusOf(settings.loadBalancing.nodePort ? selected : []);
    record.answers.status.answeredTimestamp = timestamp(sinceMs + 500);
    return record;
  }

  history(): ConfigHistory {
    const history = new ConfigHistory();
    const { since, watched } = this.#random;
    const changed = Object.keys(since).filter((key) => this.before.map[key] !== this.now.map[key]);
    if (watched) history.note(this.#noted(this.before, []), writtenMs);
    history.note(this.#noted(this.now, changed), rewrittenMs);
    return history;
  }

  #noted({ map, nodeConfigs }: Objects, changed: readonly string[]) {
    const object: ConfigMapObject = {
      namespace,
      name: 'cilium-config',
      data: map,
      writtenTimestamp: timestamp(changed.length === 0 ? writtenMs : rewrittenMs),
      keyTimestamps: Object.fromEntries(
        Object.keys(map).map((key) => [key, timestamp(changed.includes(key) ? rewrittenMs : writtenMs)]),
      ),
      owner: configOwnerOf({ labels: {}, annotations: {}, managers: [] }),
    };
    const written = { writtenTimestamp: timestamp(writtenMs) };
    return {
      map: object,
      nodeConfigs: nodeConfigs.flatMap((one) => {
        const known = toNodeConfig(one);
        return known === null ? [] : [{ ...known, ...written }];
      }),
    };
  }

  names(): NameIndex {
    const names = new NameIndex();
    names.known.add('nodes').add('pods');
    for (const node of this.#nodes) names.changeNode(toNode(node), null);
    return names;
  }
}

/** What an agent reports that plans look at: the devices that it load-balances on. */
function statusOf(devices: readonly { name: string; ips: readonly string[] }[]): AgentStatus {
  const deviceList = devices.map(({ name, ips }) => ({ name, ip: [...ips] }));
  const kubeProxyReplacement = { mode: 'True', deviceList, features: {} };
  return { kubeProxyReplacement, sections: {}, lines: {}, unparsed: [] };
}

/** Adds to what the agent told what the pre-flight happens to know of its node. */
function told(agent: PlanAgent, { facts, known }: RandomNode): PlanAgent {
  const more = Object.fromEntries(
    Object.entries(facts).filter(([name]) => known[name as keyof typeof known]),
  ) as Partial<typeof facts>;
  return { ...agent, facts: { ...agent.facts, ...more } };
}

function requestOf({ request: { changes, nodes } }: RandomWorld): PlanRequest {
  const asked: PlanChanges =
    nodes === null ? changes : Object.fromEntries(Object.entries(changes).filter(([, to]) => to !== null));
  return { changes: asked, nodes: nodes === null ? null : nodes.map(nameOf) };
}

/** Makes the plan of a world through what the server makes plans of, applies it, and starts each agent concerned. */
export function planWorld(random: RandomWorld): PlannedWorld {
  const world = new World(random);
  const history = world.history();
  const cluster = planCluster({
    agents: { all: () => random.nodes.map((_node, index) => world.record(index)) },
    watch: { names: world.names(), pods: new Map(), workloads: new Map() },
    config: { historyOf: () => history },
    settings: { releaseOf: () => null },
    book: { views: () => [] },
  });
  const request = requestOf(random);
  const agents = cluster.agents.map((agent) => {
    const node = random.nodes[random.nodes.findIndex((_one, index) => nameOf(index) === agent.node)];
    return node === undefined ? agent : told(agent, node);
  });
  const plan = makePlan(request, { ...cluster, agents });
  const after = world.after(plan);
  // Where no CiliumNodeConfig can be written (before v1.13, or nothing to set in it), nothing starts with it.
  const chosen = plan.commands.nodeConfig === null ? [] : (plan.nodes ?? []);
  const starting = random.nodes.flatMap((_node, index) =>
    plan.nodes === null || chosen.includes(nameOf(index)) ? [index] : [],
  );
  return { plan, deaths: new Map(starting.map((index) => [nameOf(index), world.start(index, after)])) };
}
