import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import type { KubeError } from '@/lib/server/kube/kube-error';
import { ListWatch } from '@/lib/server/kube/list-watch';
import { toConfigMap } from '@/lib/server/kube/to-config-map';
import { toNodeConfig } from '@/lib/server/kube/to-node-config';
import { ConfigHistory } from '@/lib/snapshot/agreement/config-history';
import type { ConfigMapObject } from '@/lib/snapshot/objects/config-map-object';
import type { NodeConfigObject } from '@/lib/snapshot/objects/node-config-object';

/** `v2` since Cilium v1.16; `v2alpha1` from v1.13 to v1.19 (pkg/k8s/apis/cilium.io). */
const nodeConfigVersions = ['v2', 'v2alpha1'] as const;

type Sources = {
  history: ConfigHistory;
  map: ConfigMapObject | null;
  nodeConfigs: ReadonlyMap<string, NodeConfigObject>[];
  /** What was listed, or is known not to be served. */
  settled: Set<string>;
  /** Why a kind cannot be read; a kind that is not served is no problem. */
  problems: Map<string, KubeError>;
};

/**
 * Watches what agents read at their start, in each namespace where agents run: ConfigMap `cilium-config` and
 * CiliumNodeConfigs. Who may not read them loses what no status says, and nothing else.
 */
export class ConfigWatch {
  private readonly sources = new Map<string, Sources>();
  private readonly runs: Promise<void>[] = [];
  private signal: AbortSignal | null = null;
  private readonly connection: KubeConnection;
  private readonly onChange: () => void;

  constructor(connection: KubeConnection, onChange: () => void) {
    this.connection = connection;
    this.onChange = onChange;
  }

  /** Runs until the signal aborts and all watches have ended. */
  async run(signal: AbortSignal): Promise<void> {
    this.signal = signal;
    for (const namespace of this.sources.keys()) this.watch(namespace);
    if (!signal.aborted) {
      await new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
    await Promise.all(this.runs);
  }

  /** Says that agents run in a namespace. */
  follow(namespace: string): void {
    if (this.sources.has(namespace)) return;
    this.sources.set(namespace, {
      history: new ConfigHistory(),
      map: null,
      nodeConfigs: [],
      settled: new Set(),
      problems: new Map(),
    });
    if (this.signal !== null) this.watch(namespace);
  }

  /** What is known of the configuration of the agents of a namespace. */
  historyOf(namespace: string): ConfigHistory | null {
    return this.sources.get(namespace)?.history ?? null;
  }

  /** Why ConfigMap or CiliumNodeConfigs of a namespace cannot be read; null where they are, or were not tried yet. */
  problemOf(namespace: string): KubeError | null {
    return [...(this.sources.get(namespace)?.problems.values() ?? [])][0] ?? null;
  }

  private watch(namespace: string): void {
    const sources = this.sources.get(namespace);
    const { signal } = this;
    if (sources === undefined || signal === null) return;
    const within = encodeURIComponent(namespace);
    const maps = new ListWatch<ConfigMapObject>(this.connection, {
      path: `/api/v1/namespaces/${within}/configmaps`,
      resource: 'configmaps',
      fieldSelector: 'metadata.name=cilium-config',
      reshape: toConfigMap,
      onChange: (_key, current) => {
        sources.map = current;
        this.note(sources);
      },
      onProblem: (problem) => this.fail(sources, 'map', problem),
      onListed: () => this.settle(sources, 'map'),
    });
    this.runs.push(maps.run(signal));
    for (const version of nodeConfigVersions) {
      const configs = new ListWatch<NodeConfigObject>(this.connection, {
        path: `/apis/cilium.io/${version}/namespaces/${within}/ciliumnodeconfigs`,
        resource: 'ciliumnodeconfigs',
        reshape: toNodeConfig,
        onChange: () => this.note(sources),
        onProblem: (problem) => {
          if (problem?.code === 'not-found') this.settle(sources, version);
          else this.fail(sources, version, problem);
        },
        onListed: () => this.settle(sources, version),
      });
      sources.nodeConfigs.push(configs.items);
      this.runs.push(configs.run(signal));
    }
  }

  private fail(sources: Sources, what: string, problem: KubeError | null): void {
    if (problem === null) sources.problems.delete(what);
    else sources.problems.set(what, problem);
    this.onChange();
  }

  private settle(sources: Sources, what: string): void {
    if (sources.settled.has(what)) return;
    sources.settled.add(what);
    this.note(sources);
  }

  private note({ history, map, nodeConfigs, settled }: Sources): void {
    if (map === null || settled.size < 1 + nodeConfigVersions.length) return;
    const found = new Map(nodeConfigs.flatMap((items) => [...items]));
    const configs = [...found.values()];
    const written = [map, ...configs].map(({ writtenTimestamp }) => Date.parse(writtenTimestamp ?? ''));
    // The first look may see what is old; later ones see what was just written.
    const latestMs = history.latest === null ? Math.max(...written) : NaN;
    history.note({ map, nodeConfigs: configs }, Number.isNaN(latestMs) ? Date.now() : latestMs);
    this.onChange();
  }
}
