import { connectAs } from '@/lib/server/kube/shop-cluster.fixture';
import type { Scenario } from '@/lib/server/training/agent-contract';
import { startScenario } from '@/lib/server/training/start-scenario';
import type { TrainingCluster } from '@/lib/server/training/training-cluster';
import type { Collector } from './collector';
import { createCollector } from './create-collector';

const cleanups: (() => Promise<void>)[] = [];
const waitMaxMs = 15_000;

/** Stops the clusters and collectors that a test started, the latest first. */
export async function stopCollected(): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}

/** A training cluster of a scenario, and a collector that sees it as this user. */
export async function startCollected(
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

/** Waits until a view is as wanted; fails with what it was. */
export async function settledView<View>(look: () => View, wanted: (view: View) => boolean): Promise<View> {
  const endMs = Date.now() + waitMaxMs;
  while (Date.now() < endMs) {
    const view = look();
    if (wanted(view)) return view;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(JSON.stringify(look(), null, 1).slice(0, 4_000));
}
