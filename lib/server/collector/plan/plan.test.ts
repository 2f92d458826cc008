import { afterEach, expect, it } from 'vitest';
import { connectAs } from '@/lib/server/kube/shop-cluster.fixture';
import { article } from '@/lib/server/training/scenarios/article/article';
import { startScenario } from '@/lib/server/training/start-scenario';
import { planView } from '@/lib/server/web/openapi/plan-schemas';
import type { PlanView } from '@/lib/snapshot/plan-view';
import type { Collector } from '../collector';
import { createCollector } from '../create-collector';

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(): Promise<Collector> {
  const size = article.defaultSize ?? { nodes: 2, services: 10 };
  const cluster = await startScenario(article, { host: '127.0.0.1', port: 0, size, seed: 1 });
  cleanups.push(() => cluster.stop());
  const collector = createCollector({ connection: connectAs(cluster, 'admin'), sweepIntervalMs: 500 });
  cleanups.push(() => collector.stop());
  await collector.start();
  return collector;
}

async function planned(collector: Collector, changes: Record<string, string>): Promise<PlanView> {
  const endMs = Date.now() + 15_000;
  let plan = collector.plan({ changes, nodes: null });
  while (Date.now() < endMs) {
    plan = collector.plan({ changes, nodes: null });
    const { rollout, frontends } = plan.blastRadius;
    const isKnown = rollout.atATime === 2 && frontends.count > 0 && plan.commands.helmUpgrade !== null;
    if (collector.ready() && plan.unjudged.length === 0 && isKnown) return plan;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(JSON.stringify(plan, null, 1).slice(0, 4_000));
}

it('plans on what the cluster says: its version, its nodes, its pace, its owner', async () => {
  const collector = await start();
  const plan = await planned(collector, { 'bpf-lb-algorithm': 'maglev' });
  expect(planView.safeParse(plan).error).toBeUndefined();
  expect(plan.applicable).toBe(true);
  expect(plan.owner?.kind).toBe('helm');
  expect(plan.blastRadius.nodes).toHaveLength(collector.agents().items.length);
  expect(plan.changes[0]).toMatchObject({
    now: [{ value: 'random', isSet: false }],
    realised: [{ value: 'random' }],
  });
  expect(plan.blastRadius.memory?.tables).toBeGreaterThan(0);
});
