import { afterEach, describe, expect, it } from 'vitest';
import { article } from '@/lib/server/training/scenarios/article/article';
import { drift } from '@/lib/server/training/scenarios/drift';
import { dsrMaglev } from '@/lib/server/training/scenarios/dsr-maglev';
import { dualStack } from '@/lib/server/training/scenarios/dual-stack';
import type { AdviceView } from '@/lib/snapshot/advice/advice-view';
import { settledView, startCollected, stopCollected } from '../collected-scenario.fixture';
import type { Collector } from '../collector';

afterEach(stopCollected);

const settled = (collector: Collector, wanted: (view: AdviceView) => boolean) =>
  settledView(() => collector.advice(), wanted);

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
    const { collector } = await startCollected(scenario);
    const view = await settled(collector, (now) => isWhole(now) && idsOf(now).length >= ids.length);
    expect(idsOf(view)).toEqual(ids);
  });

  it('follows the objects, and is published when it says something else', async () => {
    const { cluster, collector } = await startCollected(drift);
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
    const { collector } = await startCollected(drift, 'viewer');
    await settled(collector, ({ agents, gaps }) => agents.total === 4 && !gaps.includes('services'));
    expect(collector.advice()).toMatchObject({ agents: { total: 4, known: 0 }, items: [] });
  });
});
