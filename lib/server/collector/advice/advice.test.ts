import { afterEach, describe, expect, it } from 'vitest';
import { connectAs } from '@/lib/server/kube/shop-cluster.fixture';
import type { Scenario } from '@/lib/server/training/agent-contract';
import { article } from '@/lib/server/training/scenarios/article/article';
import { drift } from '@/lib/server/training/scenarios/drift';
import { dsrMaglev } from '@/lib/server/training/scenarios/dsr-maglev';
import { dualStack } from '@/lib/server/training/scenarios/dual-stack';
import { startScenario } from '@/lib/server/training/start-scenario';
import type { TrainingCluster } from '@/lib/server/training/training-cluster';
import type { AdviceView } from '@/lib/snapshot/advice/advice-view';
import type { Collector } from '../collector';
import { createCollector } from '../create-collector';

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(
  scenario: Scenario,
  user = 'admin',
): Promise<{ cluster: TrainingCluster; collector: Collector }> {
  const size = scenario.defaultSize ?? { nodes: 4, services: 10 };
  const cluster = await startScenario(scenario, { host: '127.0.0.1', port: 0, size, seed: 1 });
  cleanups.push(() => cluster.stop());
  const collector = createCollector({ connection: connectAs(cluster, user), sweepIntervalMs: 500 });
  cleanups.push(() => collector.stop());
  await collector.start();
  return { cluster, collector };
}

async function settled(collector: Collector, wanted: (view: AdviceView) => boolean): Promise<AdviceView> {
  const endMs = Date.now() + 15_000;
  while (Date.now() < endMs) {
    if (wanted(collector.advice())) return collector.advice();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(JSON.stringify(collector.advice(), null, 1).slice(0, 4_000));
}

const isWhole = ({ agents, gaps }: AdviceView): boolean =>
  agents.total > 0 && agents.known === agents.total && gaps.length === 0;

describe('advice', () => {
  it.each([article, drift, dsrMaglev, dualStack])('$name', async (scenario) => {
    const { collector } = await start(scenario);
    await settled(collector, isWhole);
    await new Promise((resolve) => setTimeout(resolve, 4000));
    console.log(
      scenario.name,
      JSON.stringify(
        collector
          .advice()
          .items.map(({ id, severity, evidence, todo, reason }) => ({
            id,
            severity,
            reason,
            todo,
            e: evidence.map(({ subject, key, value }) => `${JSON.stringify(subject)} ${key}=${value}`),
          })),
        null,
        1,
      ),
    );
    expect(isWhole(collector.advice())).toBe(true);
  });
});
