import { afterEach, describe, expect, test } from 'vitest';
import type { LiveEvent } from '@/lib/snapshot/live-event';
import { addressesOf, rowOf, settled, start, stopAll, until } from './shop-collector.fixture';
import { untilQuiet } from './until-quiet.fixture';

afterEach(stopAll);

describe('a healthy cluster', () => {
  test('gives each frontend once, with the names of its backends and all nodes', async () => {
    const { cluster, collector } = await start();
    await settled(collector);
    const web = rowOf(collector, 'shop/web');
    expect(web?.nodes).toEqual(['node-0', 'node-1', 'node-2', 'node-3']);
    expect(web?.backends.map(({ ip }) => ip).sort()).toEqual(addressesOf(cluster, 'web'));
    expect(web?.backends.every(({ target }) => target.workload === 'web' && target.node !== null)).toBe(true);
    expect(web?.problems).toEqual([]);
    expect(rowOf(collector, 'shop/empty')?.problems.map(({ kind }) => kind)).toEqual(['no-backends']);
    const agent = collector.agent('node-1');
    expect(agent).toMatchObject({ version: '1.18.2', binary: 'cilium-dbg', podReady: true, zone: 'zone-1' });
    expect(agent?.answers.status).toMatchObject({ problem: null, stale: false, unparsedCount: 0 });
    expect(collector.agents().facts).toMatchObject({ agents: { desired: 4, ready: 4 }, nodes: { total: 4 } });
    expect(collector.source()).toMatchObject({
      kind: 'training',
      kubernetesVersion: 'v1.33.1',
      problem: null,
    });
  });

  test('follows a row to the lines of output it came from', async () => {
    const { collector } = await start();
    await settled(collector);
    const key = rowOf(collector, 'shop/web')?.key ?? '';
    const detail = collector.frontend(key);
    const raw = await collector.raw('node-2', 'service-list', new AbortController().signal);
    const printed = detail?.perNode.find(({ node }) => node === 'node-2');
    expect(printed?.lines).toHaveLength(3);
    expect(
      raw?.stdout
        .split('\n')
        .slice((printed?.line ?? 0) - 1)
        .slice(0, 3),
    ).toEqual(printed?.lines);
    expect(raw?.kubectl).toContain('-c cilium-agent -- cilium-dbg service list');
    expect(detail?.apiBackends).toHaveLength(3);
    expect(detail?.apiBackends?.every(({ node, weight }) => node !== null && weight === null)).toBe(true);
    expect(detail?.manifest).toMatchObject({
      type: 'ClusterIP',
      hasSelector: true,
      port: { protocol: 'TCP' },
    });
    expect(detail?.manifest?.clusterIPs).toContain(detail?.frontend.ip);
  });

  test('says nothing when nothing changes, but for the times of answers', { timeout: 60_000 }, async () => {
    const { collector } = await start();
    await settled(collector);
    // What is told last, such as how many agents say a row and advice, is told each 5 s at the most: had it any reason
    // to be told again, eight quiet seconds would hear of it.
    await untilQuiet(collector, ({ event }) => event !== 'answers');
  });

  test('brings a change to a subscriber within a second, and resumes after what it had', async () => {
    const { cluster, collector } = await start({ sweepIntervalMs: 5_000, statusIntervalMs: 30_000 });
    await settled(collector);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    const events: LiveEvent[] = [];
    const before = collector.agents().revision;
    const end = collector.subscribe(before, (event) => events.push(event));
    const startMs = Date.now();
    cluster.api.create({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'late', namespace: 'shop' },
      spec: { selector: { app: 'web' }, ports: [{ name: 'http', port: 81, targetPort: 8080 }] },
    });
    await until('row of the new Service', () => rowOf(collector, 'shop/late')?.nodes.length === 4, 4_000);
    expect(Date.now() - startMs).toBeLessThan(3_000);
    await until('event', () => events.some(({ event }) => event === 'delta'), 2_000);
    end();
    const again: LiveEvent[] = [];
    collector.subscribe(before, (event) => again.push(event))();
    expect(again.slice(0, events.length)).toEqual(events);
    const fresh: LiveEvent[] = [];
    collector.subscribe(null, (event) => fresh.push(event))();
    expect(fresh.map(({ event }) => event)).toEqual(['snapshot']);
  });
});

test('a change of labels alone reaches readers, and says nothing but the labels', async () => {
  const { cluster, collector } = await start({ nodes: 2 });
  await settled(collector);
  await untilQuiet(collector, ({ event }) => event !== 'answers');
  const before = rowOf(collector, 'shop/web');
  expect(before?.labels).toEqual([]);
  const patches: object[] = [];
  const end = collector.subscribe(collector.agents().revision, (event) => {
    if (event.event === 'delta') patches.push(...event.patched);
  });
  cluster.api.patch('Service', 'web', 'shop', { metadata: { labels: { app: 'web', tier: 'front' } } });
  await until('told', () => patches.length > 0);
  end();
  const labels = ['app=web', 'tier=front'];
  expect(patches).toEqual([{ key: before?.key, fields: { labels } }]);
  expect(rowOf(collector, 'shop/web')).toEqual({ ...before, labels });
  expect(collector.frontends({ q: 'tier=fr' }).items).toHaveLength(1);
});
