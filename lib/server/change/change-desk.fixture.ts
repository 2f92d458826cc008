import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Collector } from '@/lib/server/collector/collector';
import { createCollector } from '@/lib/server/collector/create-collector';
import { connectAs } from '@/lib/server/kube/shop-cluster.fixture';
import type { LoggedRequest } from '@/lib/server/training/api-server/request-log';
import type { Scenario } from '@/lib/server/training/agent-contract';
import { fastClock } from '@/lib/server/training/fast-clock.fixture';
import { article } from '@/lib/server/training/scenarios/article/article';
import { startScenario } from '@/lib/server/training/start-scenario';
import type { TrainingCluster } from '@/lib/server/training/training-cluster';
import type { RolloutRequest, RolloutView } from '@/lib/snapshot/rollout-view';
import { createRollouts } from './create-rollouts';
import type { RolloutsOptions } from './create-rollouts';
import { openFileJournal } from './file-journal';
import type { RolloutJournal } from './rollout-journal';
import type { Rollouts } from './rollouts';

const usualSpeed = 10;
const waitMaxMs = 90_000;

const cleanups: (() => Promise<void>)[] = [];

/** Ends all that a test began, the latest first. */
export async function cleanUp(): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}

/** Waits until something is so, for as long as a slow machine may need. */
export async function until<Result>(
  what: string,
  look: () => Result | null | undefined | false,
): Promise<Result> {
  const endMs = Date.now() + waitMaxMs;
  for (;;) {
    const result = look();
    if (result) return result;
    if (Date.now() > endMs) throw new Error(`never so: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export type DeskCluster = { cluster: TrainingCluster; collector: Collector; directory: string };

/** A training cluster, the article's unless another is given, on a fast clock, its collector, and a directory for journals. */
export async function startDeskCluster(
  speed = usualSpeed,
  scenario: Scenario = article,
  isHeld?: () => boolean,
): Promise<DeskCluster> {
  const size = scenario.defaultSize ?? { nodes: 2, services: 10 };
  const cluster = await startScenario(scenario, {
    ...{ host: '127.0.0.1', port: 0, size, seed: 1 },
    clock: fastClock(speed, isHeld),
  });
  cleanups.push(() => cluster.stop());
  const collector = createCollector({
    connection: connectAs(cluster, 'admin'),
    ...{ sweepIntervalMs: 300, backOffMaxMs: 300 },
  });
  cleanups.push(() => collector.stop());
  await collector.start();
  const directory = await mkdtemp(path.join(tmpdir(), 'kpr-journal-'));
  cleanups.push(() => rm(directory, { recursive: true }));
  await until('every agent is known', () => {
    const plan = collector.plan({ changes: { 'bpf-lb-mode': 'dsr' }, nodes: null });
    return collector.ready() && plan.unjudged.length === 0 && plan.blastRadius.nodes.length > 0;
  });
  return { cluster, collector, directory };
}

export async function openDesk(
  { cluster, collector, directory }: DeskCluster,
  options: Partial<RolloutsOptions> & { user?: string; journal?: RolloutJournal } = {},
): Promise<Rollouts> {
  const { user = 'admin', ...rest } = options;
  const desk = await createRollouts({
    connection: connectAs(cluster, user),
    source: collector,
    journal: options.journal ?? (await openFileJournal(directory)),
    holder: 'test',
    allowed: true,
    announce: (rollout) => collector.announce({ event: 'rollout', rollout }),
    logger: { debug: () => {}, info: () => {}, warn: () => {} },
    ...rest,
    patience: { lookEachMs: 25, ...rest.patience },
  });
  cleanups.push(() => desk.stop());
  return desk;
}

/** The request for a plan of these changes, made as a page would. */
export function requestFor(
  { collector }: DeskCluster,
  changes: Record<string, string | null>,
  nodes: string[] | null = null,
): RolloutRequest {
  const { id } = collector.plan({ changes, nodes });
  // The article's ConfigMap belongs to a Helm release.
  return { changes, planId: id, despiteOwner: true, ...(nodes !== null && { nodes }) };
}

export async function begin(desk: Rollouts, request: RolloutRequest): Promise<RolloutView> {
  const outcome = await desk.begin(request, { fromAddress: '127.0.0.1' });
  if ('refusal' in outcome) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.view;
}

export async function ended(desk: Rollouts, id: string): Promise<RolloutView> {
  try {
    return await until(`${id} has ended`, () => {
      const view = desk.get(id);
      return view?.endedTimestamp ? view : null;
    });
  } catch (error) {
    throw new Error(JSON.stringify(desk.get(id), null, 1).slice(0, 6_000), { cause: error });
  }
}

export function configOf({ cluster }: DeskCluster): Record<string, string> {
  return cluster.api.get('ConfigMap', 'cilium-config', 'kube-system')?.data ?? {};
}

/** How often the ConfigMap was written after a request, dry runs aside; the log of requests keeps the last 2,000. */
export function configWrites({ cluster }: DeskCluster, after?: LoggedRequest): number {
  const requests = cluster.requests();
  const first = after === undefined ? 0 : requests.indexOf(after) + 1;
  return requests.slice(first).filter(({ method, url, code }) => {
    const isWrite = method === 'PATCH' && url.includes('/configmaps/cilium-config');
    return isWrite && !url.includes('dryRun') && code === 200;
  }).length;
}
