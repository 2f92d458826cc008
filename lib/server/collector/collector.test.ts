import { afterEach, describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAs, tokenOf } from '@/lib/server/kube/shop-cluster.fixture';
import { startScenario } from '@/lib/server/training/start-scenario';
import type { TrainingCluster } from '@/lib/server/training/training-cluster';
import type { LiveEvent } from '@/lib/snapshot/live-event';
import { unpackFrontends } from '@/lib/snapshot/pack-frontends';
import type { Collector } from './collector';
import type { CollectorOptions } from './collector-options';
import { createCollector } from './create-collector';
import { shopScenario } from './shop-scenario.fixture';
import { untilQuiet } from './until-quiet.fixture';

const sweepIntervalMs = 500;
const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(
  options: Partial<CollectorOptions> & { nodes?: number; as?: string; user?: object } = {},
) {
  const { nodes = 4, as = 'admin', user, ...rest } = options;
  const cluster = await startScenario(shopScenario, {
    host: '127.0.0.1',
    port: 0,
    size: { nodes, services: 3 },
    seed: 1,
    tls: true,
  });
  cleanups.push(() => cluster.stop());
  const connection = connectAs(cluster, as, user);
  const collector = createCollector({
    connection,
    sweepIntervalMs,
    statusIntervalMs: sweepIntervalMs,
    backOffMaxMs: 1_000,
    limits: { timeoutMs: 2_000 },
    patience: { propagationMs: 400 },
    ...rest,
  });
  cleanups.push(() => collector.stop());
  await collector.start();
  return { cluster, collector };
}

async function until(what: string, test: () => boolean, limitMs = 12_000): Promise<void> {
  const endMs = Date.now() + limitMs;
  while (!test()) {
    if (Date.now() > endMs) throw new Error(`not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

const settled = async (collector: Collector) => {
  await until('ready', () => collector.ready());
  await until('rows named', () => rowOf(collector, 'shop/web')?.backends[0]?.target.kind === 'pod');
};

function rows(collector: Collector) {
  return unpackFrontends(collector.frontends({}));
}

function rowOf(collector: Collector, service: string) {
  return rows(collector).find(
    (row) => row.service && `${row.service.namespace}/${row.service.name}` === service,
  );
}

function addressesOf(cluster: TrainingCluster, name: string): string[] {
  const slices = cluster.api
    .list('EndpointSlice')
    .filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === name);
  return slices
    .flatMap(({ endpoints }) => (endpoints ?? []).flatMap(({ addresses }) => addresses ?? []))
    .sort();
}

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

describe('agents that fail', () => {
  test('one silent, one with half a table: the others stay live, those two stale with the reason, and recover', async () => {
    const { cluster, collector } = await start();
    await settled(collector);
    cluster.faults.agent('node-1', { kind: 'silent' });
    cluster.faults.agent('node-2', { kind: 'half-table' });
    const answer = (node: string) => collector.agent(node)?.answers['service-list'];
    await until('both stale', () => Boolean(answer('node-1')?.stale && answer('node-2')?.stale));
    expect(['timed-out']).toContain(answer('node-1')?.problem?.code);
    expect(answer('node-2')?.problem?.code).toBe('half-answer');
    const since = Date.now();
    await until('others answered anew', () =>
      ['node-0', 'node-3'].every((node) => Date.parse(answer(node)?.answeredTimestamp ?? '') > since),
    );
    expect(rowOf(collector, 'shop/web')?.nodes).toHaveLength(4);
    expect(rowOf(collector, 'shop/web')?.problems).toEqual([]);
    cluster.faults.clear();
    await until('recovered', () => answer('node-1')?.problem === null && answer('node-2')?.problem === null);
    expect(answer('node-1')?.stale).toBe(false);
  });

  test.each([
    [{ kind: 'dies-in-the-middle' }, 'half-answer'],
    [{ kind: 'hangs' }, 'timed-out'],
    [{ kind: 'no-such-binary' }, 'no-such-binary'],
    [{ kind: 'half-table', ends: 'success' }, 'half-answer'],
  ] as const)('%o is told as %s, and the last value stays', async (fault, code) => {
    const { cluster, collector } = await start({ nodes: 2 });
    await settled(collector);
    cluster.faults.agent('node-1', fault);
    const answer = () => collector.agent('node-1')?.answers['service-list'];
    await until(code, () => answer()?.problem?.code === code);
    expect(answer()).toMatchObject({ stale: true });
    expect(collector.agent('node-1')?.frontendCount).toBeGreaterThan(2);
  });

  test('raw gives the last good answer with the problem of the new one', async () => {
    const { cluster, collector } = await start({ nodes: 2 });
    await settled(collector);
    cluster.faults.agent('node-1', { kind: 'dies-in-the-middle' });
    const { signal } = new AbortController();
    const raw = await collector.raw('node-1', 'service-list', signal);
    expect(raw?.problem?.code).toBe('half-answer');
    expect(raw?.stdout).toContain('Service Type');
  });

  test('a restarted agent is asked anew', async () => {
    const { cluster, collector } = await start({ nodes: 2 });
    await settled(collector);
    const before = collector.agent('node-1')?.pod ?? '';
    cluster.api.remove('Pod', before, 'kube-system');
    await until(
      'another pod answers',
      () => {
        const agent = collector.agent('node-1');
        return (
          agent !== null &&
          agent.pod !== before &&
          agent.answers['service-list'].problem === null &&
          !agent.answers['service-list'].stale
        );
      },
      18_000,
    );
  }, 30_000);
});

describe('permissions and credentials', () => {
  test('who may not exec sees the agents, each with the reason why it is silent', async () => {
    const { collector } = await start({ nodes: 2, as: 'viewer' });
    await until('asked', () => collector.ready() && collector.agents().items.length === 2);
    for (const { answers } of collector.agents().items) {
      expect(answers['service-list'].problem).toMatchObject({ code: 'forbidden' });
      expect(answers['service-list'].answeredTimestamp).toBeNull();
    }
    expect(collector.source().problem).toBeNull();
  });

  test('who may do nothing is told so, and nothing looks empty', async () => {
    const { collector } = await start({ nodes: 2, as: 'nobody' });
    await until('told', () => collector.source().problem !== null);
    expect(collector.source().problem).toMatchObject({ code: 'forbidden', title: 'Forbidden' });
    expect(collector.agents().facts).toMatchObject({ agents: null, nodes: null, pods: null, services: null });
    expect(collector.ready()).toBe(true);
  });

  test('without Services the rows stand unnamed, and the page says why', async () => {
    const { cluster, collector } = await start({ nodes: 2 });
    cluster.faults.api({ code: 403, path: '/api/v1/services' });
    cluster.faults.dropWatches();
    await until('told', () => collector.source().problem !== null);
    expect(collector.source().problem).toMatchObject({ code: 'forbidden', title: 'Some names are missing' });
    expect(collector.agents().items.every(({ answers }) => answers['service-list'].problem === null)).toBe(
      true,
    );
  });

  test('goes on when every token was rotated', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'collector-'));
    const path = join(directory, 'token');
    // The token is only known once the cluster runs; the file is read with the first request.
    writeFileSync(path, '');
    const { cluster, collector } = await start({ nodes: 2, user: { tokenFile: path } });
    writeFileSync(path, tokenOf(cluster, 'admin'));
    await settled(collector);
    cluster.faults.rotateTokens();
    writeFileSync(path, tokenOf(cluster, 'admin'));
    cluster.faults.dropWatches();
    const sinceMs = Date.now();
    await until('answered anew', () =>
      collector
        .agents()
        .items.every(
          ({ answers }) =>
            answers['service-list'].problem === null &&
            Date.parse(answers['service-list'].answeredTimestamp ?? '') > sinceMs,
        ),
    );
    expect(collector.source().problem).toBeNull();
    rmSync(directory, { recursive: true });
  });
});
