import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TrainingCluster } from '@/lib/server/training/training-cluster';
import type { ServiceObject } from '@/lib/snapshot/objects/service-object';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KubeConnection } from './kube-connection';
import type { KubeError } from './kube-error';
import { ListWatch } from './list-watch';
import { connectAs, startShop, tokenOf } from './shop-cluster.fixture';
import { toService } from './to-service';

let cluster: TrainingCluster;
let stop: AbortController;
let running: Promise<void> | null;
let problems: (KubeError | null)[];
let lists: number;
beforeEach(async () => {
  cluster = await startShop();
  stop = new AbortController();
  running = null;
  problems = [];
  lists = 0;
});
afterEach(async () => {
  stop.abort();
  await running;
  await cluster.stop();
});

function watchServices(connection: KubeConnection): ReadonlyMap<string, ServiceObject> {
  const watch = new ListWatch<ServiceObject>(connection, {
    path: '/api/v1/services',
    resource: 'services',
    reshape: toService,
    onChange: () => {},
    onProblem: (problem) => problems.push(problem),
    onListed: () => {
      lists += 1;
    },
  });
  running = watch.run(stop.signal);
  return watch.items;
}

async function until(what: string, test: () => boolean, limitMs = 8_000): Promise<void> {
  const endMs = Date.now() + limitMs;
  while (!test()) {
    if (Date.now() > endMs) throw new Error(`not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

let made = 0;
function makeService(): string {
  made += 1;
  const name = `made-${made}`;
  cluster.api.create({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'shop' },
    spec: { ports: [{ port: 80 }] },
  });
  return `shop/${name}`;
}

test('sees objects come, change and go', async () => {
  const items = watchServices(connectAs(cluster, 'admin'));
  await until('listed', () => items.has('shop/web'));
  const key = makeService();
  await until('came', () => items.has(key));
  cluster.api.patch('Service', key.slice(5), 'shop', { spec: { externalIPs: ['198.51.100.9'] } });
  await until('changed', () => items.get(key)?.externalIPs[0] === '198.51.100.9');
  cluster.api.remove('Service', key.slice(5), 'shop');
  await until('went', () => !items.has(key));
});

test('resumes a dropped watch without listing again', async () => {
  const items = watchServices(connectAs(cluster, 'admin'));
  await until('watching', () => items.has('shop/web') && cluster.faults.dropWatches() > 0);
  const key = makeService();
  await until('came', () => items.has(key));
  expect(lists).toBe(1);
  expect(problems).toEqual([]);
});

test('lists again after 410 Gone, and drops what went in the meantime', async () => {
  const items = watchServices(connectAs(cluster, 'admin'));
  await until('listed', () => items.has('shop/cart'));
  await until('cut', () => cluster.faults.dropWatches() > 0);
  const takeBack = cluster.faults.api({ code: 503, path: '/api/v1/services' });
  cluster.api.remove('Service', 'cart', 'shop');
  const key = makeService();
  cluster.faults.compactHistory();
  takeBack();
  await until('came', () => items.has(key));
  expect(items.has('shop/cart')).toBe(false);
  expect(lists).toBe(2);
});

test('pages through a long list', async () => {
  const keys = Array.from({ length: 1_200 }, () => makeService());
  const items = watchServices(connectAs(cluster, 'admin'));
  await until('all', () => keys.every((key) => items.has(key)));
  const pages = cluster
    .requests()
    .filter(({ url }) => url.includes('/services') && url.includes('limit=500'));
  expect(pages.length).toBeGreaterThanOrEqual(3);
});

test('waits as long as a 429 asks, then goes on', async () => {
  cluster.faults.api({ code: 429, path: '/api/v1/services', retryAfterSeconds: 1, times: 1 });
  const startMs = Date.now();
  const items = watchServices(connectAs(cluster, 'admin'));
  await until('listed', () => items.has('shop/web'));
  expect(Date.now() - startMs).toBeGreaterThanOrEqual(1_000);
  expect(problems.map((problem) => problem?.code ?? null)).toEqual(['throttled', null]);
});

test('tries again after 500s', async () => {
  cluster.faults.api({ code: 500, path: '/api/v1/services', times: 2 });
  const items = watchServices(connectAs(cluster, 'admin'));
  await until('listed', () => items.has('shop/web'));
  expect(problems.at(-1)).toBeNull();
});

test('goes on with a new token after all were rotated', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'list-watch-'));
  const path = join(directory, 'token');
  writeFileSync(path, tokenOf(cluster, 'admin'));
  const items = watchServices(connectAs(cluster, 'admin', { tokenFile: path }));
  await until('listed', () => items.has('shop/web'));
  cluster.faults.rotateTokens();
  writeFileSync(path, tokenOf(cluster, 'admin'));
  await until('cut', () => cluster.faults.dropWatches() > 0);
  const key = makeService();
  await until('came', () => items.has(key));
  expect(problems).toEqual([]);
  rmSync(directory, { recursive: true });
});

test('a kind that is forbidden is told once, in words', async () => {
  watchServices(connectAs(cluster, 'nobody'));
  await until('told', () => problems.length > 0);
  expect(problems[0]).toMatchObject({ code: 'forbidden' });
  expect(problems[0]?.message).toMatch(/^We may not list services \(403\)/);
});
