import { configOwnerOf } from '@/lib/cilium/settings/config-owner';
import type { Patience } from '@/lib/cilium/agreement/judge-divergence';
import type { AgentConfig } from '@/lib/cilium/expected-frontends/settings-of-agent';
import type { Frontend } from '@/lib/cilium/frontend';
import { parseServiceList } from '@/lib/cilium/parse-service-list';
import { parseStatus } from '@/lib/cilium/parse-status';
import { toEndpointSlice } from '@/lib/server/kube/to-endpoint-slice';
import { toNode } from '@/lib/server/kube/to-node';
import { toPod } from '@/lib/server/kube/to-pod';
import { toService } from '@/lib/server/kube/to-service';
import { ConfigHistory } from '@/lib/snapshot/agreement/config-history';
import { NameIndex } from '@/lib/snapshot/names/name-index';
import type { EndpointSliceObject } from '@/lib/snapshot/objects/endpoint-slice-object';
import type { NodeObject } from '@/lib/snapshot/objects/node-object';
import type { PodObject } from '@/lib/snapshot/objects/pod-object';
import type { ServiceObject } from '@/lib/snapshot/objects/service-object';
import { AgentBook } from '../agent-book';
import { knownVersion } from '../agent-version';
import { TableStore } from '../table-store';
import { AgreementKeeper } from './agreement-keeper';

type Meta = { metadata: { namespace?: string; name?: string } };
export type RawObjects = {
  services: readonly Meta[];
  slices: readonly Meta[];
  pods: readonly Meta[];
  nodes: readonly Meta[];
};

/** One kind as a watch would keep it: objects that are the same object again did not change. */
class Kind<T> {
  readonly items = new Map<string, T>();
  private raw = new Map<string, Meta>();
  private readonly reshape: (object: unknown) => T | null;
  private readonly onChange: (current: T | null, previous: T | null) => void;

  constructor(
    reshape: (object: unknown) => T | null,
    onChange: (current: T | null, previous: T | null) => void,
  ) {
    this.reshape = reshape;
    this.onChange = onChange;
  }

  take(objects: readonly Meta[]): void {
    const raw = new Map(objects.map((one) => [`${one.metadata.namespace ?? ''}/${one.metadata.name}`, one]));
    for (const key of this.raw.keys()) if (!raw.has(key)) this.set(key, null);
    for (const [key, object] of raw) if (this.raw.get(key) !== object) this.set(key, this.reshape(object));
    this.raw = raw;
  }

  private set(key: string, current: T | null): void {
    const previous = this.items.get(key) ?? null;
    if (current === null) this.items.delete(key);
    else this.items.set(key, current);
    this.onChange(current, previous);
  }
}

/** The collector's agreement without sockets and clocks: a test says what is there, who answers what, and when. */
export class SimulatedCollector {
  readonly tables = new TableStore();
  readonly agents = new AgentBook();
  readonly keeper: AgreementKeeper;
  readonly history = new ConfigHistory();
  private readonly names = new NameIndex();
  private nowMs = 0;
  private readonly fresh = new Set<string>();
  private readonly keys = new Set<string>();
  private readonly kinds: {
    services: Kind<ServiceObject>;
    slices: Kind<EndpointSliceObject>;
    pods: Kind<PodObject>;
    nodes: Kind<NodeObject>;
  };

  constructor(patience: Patience) {
    const { names } = this;
    for (const kind of ['pods', 'nodes', 'services', 'endpointslices'] as const) names.known.add(kind);
    this.kinds = {
      services: new Kind(toService, (current, previous) => {
        names.changeService(current, previous);
        this.keeper.changed({ kind: 'services', current, previous }, this.nowMs);
      }),
      slices: new Kind(toEndpointSlice, (current, previous) => {
        names.changeSlice(current, previous);
        this.keeper.changed({ kind: 'endpointslices', current, previous }, this.nowMs);
      }),
      pods: new Kind(toPod, (current, previous) => {
        names.changePod(current, previous);
        this.keeper.changed({ kind: 'pods', current, previous }, this.nowMs);
      }),
      nodes: new Kind(toNode, (current, previous) => {
        names.changeNode(current, previous);
        this.keeper.changed({ kind: 'nodes', current, previous }, this.nowMs);
      }),
    };
    this.keeper = new AgreementKeeper({
      watch: {
        names,
        slices: this.kinds.slices.items,
        pods: this.kinds.pods.items,
        redirectPolicies: () => [],
        problems: new Map(),
        listed: new Set(['services', 'endpointslices', 'nodes', 'pods'] as const),
      },
      config: { historyOf: () => this.history },
      agents: this.agents,
      tables: this.tables,
      patience,
    });
  }

  /** What the API server has, as its watches brought it at a time. */
  see({ services, slices, pods, nodes }: RawObjects, atMs = 0): void {
    this.nowMs = atMs;
    this.kinds.nodes.take(nodes);
    this.kinds.services.take(services);
    this.kinds.slices.take(slices);
    this.kinds.pods.take(pods);
  }

  /** The configuration that agents which start from then on read. */
  configure(data: NonNullable<AgentConfig>, fromMs: number): void {
    const map = {
      namespace: 'kube-system',
      name: 'cilium-config',
      data,
      writtenTimestamp: null,
      keyTimestamps: {},
      owner: configOwnerOf({ labels: {}, annotations: {}, managers: [] }),
    };
    this.history.note({ map, nodeConfigs: [] }, fromMs);
  }

  addAgent(node: string, image: string, startedMs: number): void {
    const startedTimestamp = new Date(startedMs).toISOString();
    const pod = {
      ...{ namespace: 'kube-system', name: `cilium-${node}`, node, container: 'cilium-agent', image },
      ...{ daemonSet: 'cilium', ips: [], phase: 'Running', ready: true, waitingReason: null },
      ...{
        terminating: false,
        restarts: 0,
        createdTimestamp: startedTimestamp,
        startedTimestamp,
        containerId: startedTimestamp,
      },
      ...{ readyTimestamp: null, memoryLimitBytes: null },
    };
    this.agents.change(`kube-system/${pod.name}`, pod, startedMs);
    this.keeper.invalidate();
  }

  /** An agent's answer to `status -o json`. */
  takeStatus(node: string, stdout: string): void {
    const record = this.agents.get(node);
    if (record === undefined) throw new Error(`no agent on ${node}`);
    record.status = parseStatus(stdout);
    record.version = knownVersion(record.status, record.pod.image);
    this.keeper.invalidate();
  }

  /** An agent's answer to `service list`, or rows in place of it. */
  takeTable(node: string, answer: string | readonly Frontend[], atMs: number): void {
    const record = this.agents.get(node);
    if (record === undefined) throw new Error(`no agent on ${node}`);
    const frontends = typeof answer === 'string' ? parseServiceList(answer).frontends : answer;
    for (const key of this.tables.set(node, frontends).changed) this.keys.add(key);
    record.answers['service-list'].answeredTimestamp = new Date(atMs).toISOString();
    this.keeper.answered(node, atMs);
    if (!this.fresh.has(node)) {
      this.fresh.add(node);
      for (const key of [...this.tables.keys(), ...this.keeper.expectations.keys()]) this.keys.add(key);
    }
  }

  /** What a publisher does a few times a second. */
  tick(nowMs: number): void {
    this.keeper.refresh(this.keys, this.fresh, nowMs);
    this.keys.clear();
  }

  /** Every problem there is: `key kind nodes`. */
  problems(): string[] {
    return [...this.keeper.book.all()]
      .flatMap(([key, { problems }]) => problems.map(({ kind, nodes }) => `${key} ${kind} ${nodes.join()}`))
      .sort();
  }

  /** What differs and is no problem yet, and why. */
  waiting(): string[] {
    return [...this.keeper.book.all()].flatMap(([key, { waiting }]) =>
      waiting.map(({ kind, reason }) => `${key} ${kind} ${reason}`),
    );
  }

  /** Frontends of which something cannot be judged: `key reason`. */
  doubts(): string[] {
    return [...this.keeper.book.all()].flatMap(([key, { doubt }]) =>
      doubt === null ? [] : [`${key} ${doubt.reason}`],
    );
  }
}
