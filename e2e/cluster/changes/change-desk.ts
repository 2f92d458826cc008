import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRollouts, type RolloutsOptions } from '@/lib/server/change/create-rollouts';
import { openFileJournal } from '@/lib/server/change/file-journal';
import type { RolloutJournal } from '@/lib/server/change/rollout-journal';
import type { Rollouts } from '@/lib/server/change/rollouts';
import type { Collector } from '@/lib/server/collector/collector';
import { createCollector } from '@/lib/server/collector/create-collector';
import { openConnection } from '@/lib/server/kube/open-connection';
import type { RolloutRequest, RolloutView } from '@/lib/snapshot/rollout-view';
import type { Cluster } from '../start-cluster';

const agentsTimeoutMs = 60_000;
const rolloutTimeoutMs = 150_000;
const lookEachMs = 100;

async function until<Result>(
  what: () => string,
  limitMs: number,
  look: () => Result | null,
): Promise<Result> {
  const deadlineMs = performance.now() + limitMs;
  for (;;) {
    const found = look();
    if (found !== null) return found;
    if (performance.now() > deadlineMs) throw new Error(`not within ${limitMs / 1000} s: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, lookEachMs));
  }
}

/** The collector and the desks of changes of a cluster, in this process. */
export type ChangeDesks = {
  collector: Collector;
  /** A desk with a journal of its own; as the administrator, unless a kubeconfig says otherwise. */
  open(
    options?: Partial<RolloutsOptions> & {
      kubeconfig?: string;
      journalOf?: (own: RolloutJournal) => RolloutJournal;
    },
  ): Promise<Rollouts>;
  /** What the page would send for these changes; waits until every agent is known. */
  request(changes: Record<string, string | null>): Promise<RolloutRequest>;
  /** Begins and waits until it has ended. Throws for a refusal. */
  apply(desk: Rollouts, request: RolloutRequest): Promise<RolloutView>;
  ended(desk: Rollouts, id: string): Promise<RolloutView>;
  stop(): Promise<void>;
};

export async function openDesks(cluster: Cluster): Promise<ChangeDesks> {
  const { folder } = cluster.group;
  const connect = (kubeconfig: string) => {
    const file = path.join(mkdtempSync(path.join(folder, 'user-')), 'kubeconfig');
    writeFileSync(file, kubeconfig, { mode: 0o600 });
    return openConnection({ kind: 'kubeconfig', paths: [file] });
  };
  const collector = createCollector({
    connection: connect(cluster.kubeconfig),
    ...{ sweepIntervalMs: 500, statusIntervalMs: 500, backOffMaxMs: 500, readOnly: false },
  });
  const desks: Rollouts[] = [];
  await collector.start();

  async function ended(desk: Rollouts, id: string): Promise<RolloutView> {
    const says = () => JSON.stringify(desk.get(id), null, 1).slice(0, 6_000);
    return until(says, rolloutTimeoutMs, () => {
      const view = desk.get(id);
      return view?.endedTimestamp ? view : null;
    });
  }
  return {
    collector,
    async open({
      kubeconfig = cluster.kubeconfig,
      journalOf = (own: RolloutJournal) => own,
      ...options
    } = {}) {
      const own = await openFileJournal(mkdtempSync(path.join(folder, 'journal-')));
      const desk = await createRollouts({
        connection: connect(kubeconfig),
        source: collector,
        journal: journalOf(own),
        holder: 'a test',
        allowed: true,
        announce: () => {},
        logger: { debug: () => {}, info: () => {}, warn: () => {} },
        ...options,
      });
      desks.push(desk);
      return desk;
    },
    async request(changes) {
      const plan = () => collector.plan({ changes, nodes: null });
      const says = () => JSON.stringify({ ready: collector.ready(), ...plan() }).slice(0, 4_000);
      const id = await until(says, agentsTimeoutMs, () => {
        const { id: planId, applicable, unjudged, blastRadius } = plan();
        return collector.ready() && applicable && unjudged.length === 0 && blastRadius.nodes.length > 0
          ? planId
          : null;
      });
      return { changes, planId: id };
    },
    async apply(desk, request) {
      const outcome = await desk.begin(request, { fromAddress: null });
      if ('refusal' in outcome) throw new Error(JSON.stringify(outcome.refusal));
      return ended(desk, outcome.view.id);
    },
    ended,
    async stop() {
      for (const desk of desks) await desk.stop();
      await collector.stop();
    },
  };
}
