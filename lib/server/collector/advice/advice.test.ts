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

const idsOf = ({ items }: AdviceView): string[] => items.map(({ id }) => id);

describe('advice of a cluster', () => {
  it.each([
    [article, ['iptables-masquerade']],
    [drift, ['iptables-masquerade', 'snat-local-policy', 'maglev-default-seed']],
    [dsrMaglev, ['maglev-table-large', 'xdp-best-effort']],
    [dualStack, ['iptables-masquerade', 'snat-local-policy']],
  ])('is drawn from what its agents and objects say: $0.name', async (scenario, ids) => {
    const { collector } = await start(scenario);
    const view = await settled(collector, (now) => isWhole(now) && idsOf(now).length >= ids.length);
    expect(idsOf(view)).toEqual(ids);
  });

  it('follows the objects, and is published when it says something else', async () => {
    const { cluster, collector } = await start(drift);
    await settled(collector, (view) => isWhole(view) && idsOf(view).includes('snat-local-policy'));
    const events: AdviceView[] = [];
    const end = collector.subscribe(collector.advice().revision, (event) => {
      if (event.event === 'advice') events.push(event.advice);
    });
    events.length = 0;
    cluster.api.patch('Service', 'shopfront', 'edge', { spec: { externalTrafficPolicy: 'Cluster' } });
    await settled(collector, () => events.length > 0);
    end();
    expect(events.map(idsOf)).toEqual([['iptables-masquerade', 'maglev-default-seed']]);
    expect(collector.advice()).toEqual(events[0]);
  });

  it('is none where no agent may be asked, and says how many answered', async () => {
    const { collector } = await start(drift, 'viewer');
    await settled(collector, ({ agents, gaps }) => agents.total === 4 && !gaps.includes('services'));
    expect(collector.advice()).toMatchObject({ agents: { total: 4, known: 0 }, items: [] });
  });
});
