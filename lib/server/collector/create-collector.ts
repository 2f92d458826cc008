import { filterFrontends, pageOf } from '@/lib/snapshot/filter-frontends';
import type { LiveEvent } from '@/lib/snapshot/live-event';
import { packFrontends } from '@/lib/snapshot/pack-frontends';
import type { AgentPodObject } from '@/lib/snapshot/objects/agent-pod-object';
import { AdviceKeeper } from './advice/advice-keeper';
import { AgentAsker } from './agent-asker';
import { AgentBook } from './agent-book';
import { AgreementKeeper } from './agreement/agreement-keeper';
import { agreementOf } from './agreement/agreement-of';
import { ConfigWatch } from './agreement/config-watch';
import { SettingsWatch } from './agreement/settings-watch';
import type { ClusterChange } from './cluster-watch';
import { ClusterWatch } from './cluster-watch';
import type { Collector } from './collector';
import type { CollectorOptions } from './collector-options';
import { resolveOptions } from './collector-options';
import { EventLog } from './event-log';
import { FrontendBook } from './frontend-book';
import { Publisher } from './publisher';
import { SettingsKeeper } from './settings/settings-keeper';
import { planner } from './plan/planner';
import { QuietTimer } from './quiet-timer';
import { RawAsker } from './raw-asker';
import { repeatResting } from './repeat-resting';
import { SlowFacts } from './slow-facts';
import { Sweeper } from './sweeper';
import { TableStore } from './table-store';
import { toAgentView } from './to-agent-view';
import { toClusterFacts } from './to-cluster-facts';
import { toFrontendDetail } from './to-frontend-detail';
import { toSourceView } from './to-source-view';

const publishEachMs = 250;
/** Changes of the API come in bursts: agents are asked once it has been quiet. */
const quietMs = 300;
const slowFactsEachMs = 30_000;
const releasesEachMs = 2_000;
const adviceEachMs = 3_000;

/** Makes the collector of one cluster; it does nothing before `start`. */
export function createCollector(given: CollectorOptions): Collector {
  const options = resolveOptions(given);
  const { connection, logger, patience } = options;
  const startedTimestamp = new Date().toISOString();
  const stopping = new AbortController();
  const running: Promise<unknown>[] = [];
  const log = new EventLog(Date.now());
  const agents = new AgentBook();
  const tables = new TableStore();
  const raw = new RawAsker(options);
  const slow = new SlowFacts(connection);
  const hurry = new QuietTimer(quietMs, () => sweeper.hurry());

  const watch = new ClusterWatch(connection, options.namespace, {
    onAgent: changeAgent,
    onChange: changeObject,
    onWorkloads: () => {},
    onPolicies: () => invalidate(),
    onState: () => {
      invalidate();
      publisher.everyRow();
    },
  });
  const config = new ConfigWatch(connection, () => {
    invalidate();
    desired.invalidate();
  });
  const desired: SettingsKeeper = new SettingsKeeper(connection, config, agents, watch.names);
  const keeper: AgreementKeeper = new AgreementKeeper({ watch, config, agents, tables, patience });
  const settings = new SettingsWatch(config, watch.names);
  const book = new FrontendBook(tables, watch.names, keeper.book);
  const agreement = () => agreementOf({ agents, tables, keeper, settings, book, patience }, log.revision);
  const advice = new AdviceKeeper({ watch, config, agents, book, log });
  const publisher: Publisher = new Publisher(log, book, keeper, {
    agent,
    facts,
    source,
    freshNodes: () => agents.freshNodes(),
    agreement,
    settings: () => (desired.takeNews() ? desired.view(log.revision) : null),
  });
  const asker = new AgentAsker(options, {
    onTable: (record, frontends) => {
      const { changed, duplicates } = tables.set(record.node, frontends);
      record.answers['service-list'].unparsedCount += duplicates;
      publisher.rows(changed);
      keeper.answered(record.node, Date.now());
      invalidate();
    },
    onChanged: ({ node }) => {
      invalidate();
      publisher.agent(node);
    },
    onFreshness: () => publisher.everyRow(),
    onAsked(record) {
      publisher.agentAsked(record.node);
      desired.asked(record);
    },
  });
  const sweeper: Sweeper = new Sweeper({
    intervalMs: options.sweepIntervalMs,
    concurrency: options.concurrency,
    backOffMaxMs: options.backOffMaxMs,
    ask: async (node, signal) => {
      const record = agents.get(node);
      if (record === undefined) return 'failed';
      const { status } = record.answers;
      const statusIsDue =
        status.answeredTimestamp === null ||
        status.stale ||
        sweeper.isWatched(node) ||
        Date.now() - record.statusAskedMs >= options.statusIntervalMs;
      return asker.ask(record, statusIsDue, signal);
    },
  });

  /** Says that what agents must have, and what is to be advised, may be something else. */
  function invalidate(): void {
    keeper.invalidate();
    advice.invalidate();
  }

  function changeAgent(key: string, current: AgentPodObject | null): void {
    const settled = agents.change(key, current, Date.now());
    if (settled === null || settled.change === 'none') return;
    const { node, change } = settled;
    invalidate();
    desired.invalidate();
    if (current !== null) config.follow(current.namespace);
    if (change !== 'changed') {
      sweeper.add(node);
      keeper.replaced(node);
    }
    publisher.agent(node);
    logger.debug({ node, change }, 'agent pod');
  }

  function changeObject(change: ClusterChange): void {
    keeper.changed(change, Date.now());
    advice.invalidate();
    publisher.rows(book.touchedBy(change));
    if (change.kind === 'services' || change.kind === 'endpointslices') hurry.stir();
    if (change.kind === 'nodes') {
      publisher.everyRow();
      desired.invalidate();
    }
  }

  function agent(node: string) {
    const record = agents.get(node);
    return record === undefined ? null : toAgentView(record, watch.names, tables.counts(node));
  }

  function agentViews() {
    return agents.all().map((record) => toAgentView(record, watch.names, tables.counts(record.node)));
  }

  function facts() {
    const pods = agents.all().flatMap(({ pod, goneMs }) => (goneMs === null ? [pod] : []));
    return toClusterFacts(watch, pods, slow.managedPods);
  }

  function source() {
    const { namespace, readOnly, sweepIntervalMs } = options;
    return toSourceView(connection, watch, {
      namespace,
      readOnly,
      sweepIntervalMs,
      kubernetesVersion: slow.kubernetesVersion,
      startedTimestamp,
    });
  }

  function snapshot(): LiveEvent {
    return {
      event: 'snapshot',
      revision: log.revision,
      source: source(),
      agents: agentViews(),
      facts: facts(),
      frontends: packFrontends(filterFrontends(book.views(), {})),
    };
  }

  function publish(): void {
    const nowMs = Date.now();
    for (const node of agents.takeLongGone(nowMs)) {
      sweeper.remove(node);
      publisher.rows(tables.remove(node));
      publisher.agentRemoved(node);
    }
    publisher.publish(nowMs);
  }

  /** Runs a task again and again until the collector stops. */
  const repeat = (eachMs: number, task: () => void | Promise<void>) =>
    repeatResting({ eachMs, signal: stopping.signal, logger }, task);

  return {
    async start() {
      running.push(
        watch.run(stopping.signal),
        config.run(stopping.signal),
        repeat(publishEachMs, publish),
        repeat(slowFactsEachMs, () => slow.read(stopping.signal)),
        repeat(adviceEachMs, () => advice.refresh(publisher.isUpToDate)),
        repeat(releasesEachMs, () => desired.readReleases(stopping.signal)),
      );
    },
    async stop() {
      stopping.abort();
      hurry.stop();
      raw.stop();
      await sweeper.stop();
      await Promise.all(running);
    },
    ready() {
      const looked = watch.listed.has('agents') || watch.problems.has('agents');
      return looked && publisher.isUpToDate && agents.all().every(({ asked }) => asked);
    },
    source,
    agents: () => ({ revision: log.revision, items: agentViews(), facts: facts() }),
    agreement,
    settings: () => desired.view(log.revision),
    plan: planner({ agents, watch, config, book, settings: desired }),
    advice: () => advice.view(),
    convergence: () => ({ revision: log.revision, changes: keeper.convergence.views() }),
    agent,
    frontends(filter) {
      const { items, total, offset } = pageOf(filterFrontends(book.views(), filter), filter);
      return { ...packFrontends(items), revision: log.revision, total, offset };
    },
    frontend(key) {
      const view = book.get(key);
      return view === null ? null : toFrontendDetail(view, watch.names, tables, (node) => agents.get(node));
    },
    async raw(node, command, signal) {
      const record = agents.get(node);
      return record === undefined ? null : raw.ask(record, command, signal);
    },
    subscribe(afterRevision, listener) {
      const missed = log.after(afterRevision);
      if (missed === null) listener(snapshot());
      else missed.forEach(listener);
      return log.listen(listener);
    },
    announce: (event) => log.append(event),
    watchNode: (node) => sweeper.watch(node),
  };
}
