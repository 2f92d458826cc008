import type { Patience } from '@/lib/cilium/agreement/judge-divergence';
import type { FrontendKey } from '@/lib/cilium/frontend';
import type { UnjudgedAgentReason } from '@/lib/snapshot/agreement-view';
import type { AgentBook } from '../agent-book';
import type { AgentRecord } from '../agent-record';
import type { ClusterChange } from '../cluster-watch';
import type { TableStore } from '../table-store';
import { AgentFactsBook } from './agent-facts';
import { AgreementBook } from './agreement-book';
import type { WatchedObjects } from './cluster-inputs';
import { ConvergenceBook } from './convergence-book';
import { clusterInputs, missingKinds } from './cluster-inputs';
import type { ConfigWatch } from './config-watch';
import type { AgentFacts } from './expectations';
import { Expectations } from './expectations';

export type AgreementSources = {
  watch: WatchedObjects;
  config: Pick<ConfigWatch, 'historyOf'>;
  agents: AgentBook;
  tables: TableStore;
  patience: Patience;
};

/** Keeps up what agents must have, and whether they have it. What did not change is not computed again. */
export class AgreementKeeper {
  readonly expectations = new Expectations();
  readonly book: AgreementBook;
  readonly convergence: ConvergenceBook;
  private readonly facts = new AgentFactsBook();
  private readonly sources: AgreementSources;
  private isStale = true;
  /** When the first change since the last look came, by Service. */
  private readonly changedMs = new Map<string, number>();
  private unjudgedAgents = new Map<string, UnjudgedAgentReason>();

  constructor(sources: AgreementSources) {
    this.sources = sources;
    this.convergence = new ConvergenceBook(sources.tables);
    this.book = new AgreementBook(sources.tables, sources.watch.names, this.expectations, sources.patience);
  }

  /** Says that an object changed, and when that was heard. */
  changed({ kind, current, previous }: ClusterChange, nowMs: number): void {
    if (kind === 'pods') {
      // Pods change all the time; rows come from those with host ports, or from all where a policy may choose them.
      const hasHostPort = [current, previous].some((pod) => pod !== null && pod.hostPorts.length > 0);
      if (!hasHostPort && this.sources.watch.redirectPolicies()?.length === 0) return;
    }
    const service =
      kind === 'services'
        ? (current ?? previous)?.name
        : kind === 'endpointslices'
          ? (current ?? previous)?.service
          : null;
    const name = `${(kind === 'nodes' ? null : (current ?? previous)?.namespace) ?? ''}/${service ?? ''}`;
    if (service && !this.changedMs.has(name)) this.changedMs.set(name, nowMs);
    this.isStale = true;
  }

  /** Says that an agent gave another table. */
  answered(node: string, nowMs: number): void {
    this.convergence.answered(node, nowMs);
  }

  /** Says that an agent is gone, or that another took its place. */
  replaced(node: string): void {
    this.convergence.forget(node);
  }

  /** Says that an agent, its configuration, or what may be read changed. */
  invalidate(): void {
    this.isStale = true;
  }

  /** Agents that are compared with nothing, and why. */
  get unjudged(): ReadonlyMap<string, UnjudgedAgentReason> {
    return this.unjudgedAgents;
  }

  missingKinds(): string[] {
    return missingKinds(this.sources.watch);
  }

  /**
   * Compares the frontends of `keys`, those whose expectation changed and those that are due; gives all of them.
   * `freshNodes` are those whose last answer is their newest.
   */
  refresh(
    keys: ReadonlySet<FrontendKey>,
    freshNodes: ReadonlySet<string>,
    nowMs: number,
  ): { touched: Set<FrontendKey>; news: FrontendKey[] } {
    const missing = this.missingKinds();
    const expectationChanged =
      this.isStale && missing.length === 0 ? this.update(nowMs) : new Set<FrontendKey>();
    const touched = new Set([...keys, ...expectationChanged, ...this.book.due(nowMs)]);
    if (touched.size === 0) return { touched, news: [] };
    const news = this.book.evaluate(touched, {
      freshNodes,
      knownNodes: new Set(this.sources.agents.all().map(({ node }) => node)),
      isJudgeable: missing.length === 0,
      timesOf: (node) => timesOf(this.sources.agents.get(node)),
      expectationChanged,
      nowMs,
    });
    return { touched, news };
  }

  private update(nowMs: number): Set<FrontendKey> {
    const { watch, agents } = this.sources;
    const facts: AgentFacts[] = [];
    this.unjudgedAgents = new Map();
    for (const record of agents.all()) {
      const found = this.factsOf(record);
      if (typeof found === 'string') this.unjudgedAgents.set(record.node, found);
      else facts.push(found);
    }
    const { touched, changes } = this.expectations.update(facts, clusterInputs(watch));
    this.isStale = false;
    for (const change of changes) {
      const { namespace, name } = change.service;
      const changedMs = this.changedMs.get(`${namespace}/${name}`) ?? nowMs;
      this.convergence.note(change, changedMs, (node) => timesOf(agents.get(node)).answeredMs);
    }
    this.changedMs.clear();
    return touched;
  }

  private factsOf(record: AgentRecord) {
    const { watch, config, tables } = this.sources;
    const { node, pod, status, version } = record;
    const object = watch.names.nodeByName.get(node);
    const startedMs = Date.parse(pod.startedTimestamp ?? '');
    const history = config.historyOf(pod.namespace);
    return this.facts.take(node, {
      status,
      version,
      object,
      protocol: tables.protocolOf(node),
      config:
        history === null || Number.isNaN(startedMs) ? null : history.at(startedMs, object?.labels ?? {}),
    });
  }
}

function timesOf(record: AgentRecord | undefined) {
  const startedMs = Date.parse(record?.pod.startedTimestamp ?? '');
  return {
    answeredMs: Date.parse(record?.answers['service-list'].answeredTimestamp ?? '') || 0,
    startedMs: Number.isNaN(startedMs) ? null : startedMs,
  };
}
