import type { ExpectedFrontend } from '@/lib/cilium/expected-frontends/expected-frontend';
import { frontendsOfHostPorts } from '@/lib/cilium/expected-frontends/frontends-of-host-ports';
import type { NodeInput } from '@/lib/cilium/expected-frontends/load-balancing-input';
import type { ObjectReader } from '../../agent-contract';
import { seededRandom } from '../../api-server/seeded-random';
import type { CiliumVersion } from '../cilium-version';
import type { NodeFacts } from '../node-facts';
import type { AgentSettings } from '@/lib/cilium/settings/agent-settings';
import { nodePortAddresses, selectedDevices } from '@/lib/cilium/settings/devices';
import { shuffled } from '../shuffle';
import type { ClusterFeed, ClusterMoment } from './cluster-feed';
import { clusterFeed } from './cluster-feed';
import { nodeInput, podInput } from './object-inputs';
import type { ServiceEntry } from './service-cache';
import { ServiceCache } from './service-cache';
import type { LeftoverBackend } from './leftover-backend';
import { ServiceIds } from '@/lib/cilium/service-table/service-ids';
import type { TableRow } from '@/lib/cilium/service-table/table-row';

/** What is kept of a cluster for its agents: computed tables by configuration, IDs by node. */
type Shared = { caches: Map<string, ServiceCache>; ids: Map<string, ServiceIds> };

const sharedByCluster = new WeakMap<ObjectReader, Shared>();

function sharedOf(objects: ObjectReader): Shared {
  const known = sharedByCluster.get(objects);
  if (known !== undefined) return known;
  const shared: Shared = { caches: new Map(), ids: new Map() };
  sharedByCluster.set(objects, shared);
  return shared;
}

export type AgentTableOptions = {
  objects: ObjectReader;
  nodeName: string;
  version: CiliumVersion;
  settings: AgentSettings;
  facts: NodeFacts;
  seed: number;
  nowMs(): number;
  /** In which order an agent that starts on an empty node meets the Services that are there. */
  firstOrder: 'creation' | 'any';
  leftovers: readonly LeftoverBackend[];
};

/** One agent's service table: it follows the cluster's objects a few tens to hundreds of milliseconds behind. */
export class AgentTable {
  readonly #options: AgentTableOptions;
  readonly #feed: ClusterFeed;
  readonly #cache: ServiceCache;
  readonly #ids: ServiceIds;
  readonly #delayMs: number;
  readonly #leftovers: readonly LeftoverBackend[];
  /** Rows of Services that differ from node to node, as long as entry and node stay what they are. */
  #own = new WeakMap<ServiceEntry, readonly ExpectedFrontend[]>();
  #ownNode = '';
  #shown: { moment: ClusterMoment; rows: readonly TableRow[] } | null = null;

  constructor(options: AgentTableOptions) {
    const { objects, nodeName, version, settings, seed, nowMs } = options;
    this.#options = options;
    const shared = sharedOf(objects);
    const key = JSON.stringify([version, settings.loadBalancing]);
    this.#cache = shared.caches.get(key) ?? new ServiceCache(version, settings.loadBalancing);
    shared.caches.set(key, this.#cache);
    const pinned = shared.ids.get(nodeName);
    this.#ids = pinned ?? new ServiceIds();
    shared.ids.set(nodeName, this.#ids);
    // A restarted agent makes its table anew from the API: what was left over is gone.
    this.#leftovers = pinned === undefined ? options.leftovers : [];
    this.#delayMs = 20 + Math.floor(seededRandom(seed)() * 280);
    this.#feed = clusterFeed(objects);
    this.#feed.attach(nowMs);
    this.#feed.observe(nowMs());
  }

  /** The rows as the agent knows them now, by ID. */
  rows(): readonly TableRow[] {
    const nowMs = this.#options.nowMs();
    this.#feed.observe(nowMs);
    // The first table is of what is there now: the agent has followed the cluster since it started.
    const moment = this.#feed.at(this.#shown === null ? nowMs : nowMs - this.#delayMs);
    if (this.#shown !== null && moment.atMs <= this.#shown.moment.atMs) return this.#shown.rows;
    const rows = this.#withLeftovers(this.#compute(moment));
    this.#shown = { moment, rows };
    return rows;
  }

  /** The cluster as it is now: what the agent's own state is made of. */
  now(): ClusterMoment {
    const nowMs = this.#options.nowMs();
    this.#feed.observe(nowMs);
    return this.#feed.at(nowMs);
  }

  stop(): void {
    this.#feed.detach();
  }

  #compute(moment: ClusterMoment): TableRow[] {
    const { nodeName, settings, facts, seed, firstOrder } = this.#options;
    const selected = selectedDevices(facts.devices, settings);
    const listening = nodePortAddresses(selected, settings);
    this.#ids.listenOn(listening);
    const node = nodeInput(
      moment.nodes.find(({ metadata }) => metadata.name === nodeName),
      nodeName,
      listening,
    );
    const nodeKey = JSON.stringify(node);
    if (nodeKey !== this.#ownNode) this.#own = new WeakMap();
    this.#ownNode = nodeKey;
    const first = this.#ids.isEmpty;
    const late = new Set(
      first ? selected.filter(({ attachedLater }) => attachedLater === true).flatMap(({ ips }) => ips) : [],
    );
    const entries = [...this.#cache.entriesAt(moment)];
    const created = (version: string | undefined): number => Number(version ?? 0);
    const ordered = !first
      ? entries
      : firstOrder === 'any'
        ? shuffled(entries, seededRandom(seed + 1))
        : entries.sort(
            (a, b) =>
              created(a.service.metadata.resourceVersion) - created(b.service.metadata.resourceVersion),
          );
    const groups = new Set<string>();
    const assign = (group: string, rows: readonly ExpectedFrontend[]): void => {
      groups.add(group);
      this.#ids.assign(group, rows, late);
    };
    for (const entry of ordered) assign(`service ${entry.key}`, this.#rowsOf(entry, node));
    for (const { group, rows } of this.#hostPorts(moment, node)) assign(group, rows);
    this.#ids.assignPostponed();
    this.#ids.keepOnly(groups);
    return this.#ids.rows();
  }

  #rowsOf(entry: ServiceEntry, node: NodeInput): readonly ExpectedFrontend[] {
    if (entry.shared !== null) return this.#cache.rowsOn(entry, node);
    const known = this.#own.get(entry);
    if (known !== undefined) return known;
    const rows = this.#cache.rowsOn(entry, node);
    this.#own.set(entry, rows);
    return rows;
  }

  #hostPorts(moment: ClusterMoment, node: NodeInput): { group: string; rows: ExpectedFrontend[] }[] {
    const { nodeName, version, settings } = this.#options;
    return moment.pods.flatMap((object) => {
      if (object.spec?.nodeName !== nodeName) return [];
      const { pod } = podInput(object);
      if (pod === null || pod.hostPorts.length === 0) return [];
      const rows = frontendsOfHostPorts([pod], node, version, settings.loadBalancing);
      return [{ group: `pod ${pod.namespace}/${pod.name} ${pod.uid}`, rows }];
    });
  }

  #withLeftovers(rows: TableRow[]): TableRow[] {
    if (this.#leftovers.length === 0) return rows;
    return rows.map((row) => {
      const { frontend } = row;
      const extra = this.#leftovers.filter(
        ({ namespace, name, backend }) =>
          namespace === frontend.namespace &&
          name === frontend.name &&
          frontend.ip.includes(':') === backend.ip.includes(':') &&
          !frontend.backends.some(({ ip, port }) => ip === backend.ip && port === backend.port),
      );
      if (extra.length === 0) return row;
      const backends = [...frontend.backends, ...extra.map(({ backend }) => backend)];
      return { ...row, frontend: { ...frontend, backends } };
    });
  }
}
