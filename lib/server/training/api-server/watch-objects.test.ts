import { PatchStrategy, Watch, setHeaderOptions } from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { startedServer } from './started-server.fixture';

const server = startedServer();
const { configFor, core } = server;

type Seen = {
  type: string;
  object: { metadata?: { name?: string; resourceVersion?: string }; code?: number };
};

/** A watch that collects what it sees until it is told to stop. */
async function watching(path: string, query: Record<string, string | boolean>) {
  const seen: Seen[] = [];
  let ended: (() => void) | undefined;
  const done = new Promise<void>((resolve) => (ended = resolve));
  const controller = await new Watch(configFor()).watch(
    path,
    query,
    (type, object) => seen.push({ type, object }),
    () => ended?.(),
  );
  return { seen, done, stop: () => controller.abort() };
}

async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('watches', () => {
  test('a watch resumes after a revision: nothing missed, nothing twice', async () => {
    const api = core();
    const list = await api.listNamespacedConfigMap({ namespace: 'demo' });
    await api.createNamespacedConfigMap({
      namespace: 'demo',
      body: { metadata: { name: 'w1' }, data: { a: '1' } },
    });
    const watch = await watching('/api/v1/namespaces/demo/configmaps', {
      resourceVersion: list.metadata?.resourceVersion ?? '',
    });
    await api.createNamespacedConfigMap({ namespace: 'demo', body: { metadata: { name: 'w2' } } });
    await api.deleteNamespacedConfigMap({ namespace: 'demo', name: 'w1' });
    await api.deleteNamespacedConfigMap({ namespace: 'demo', name: 'w2' });
    await until(() => watch.seen.length >= 4, 'four events');
    watch.stop();
    expect(watch.seen.map(({ type, object }) => `${type} ${object.metadata?.name}`)).toEqual([
      'ADDED w1',
      'ADDED w2',
      'DELETED w1',
      'DELETED w2',
    ]);
    const revisions = watch.seen.map(({ object }) => Number(object.metadata?.resourceVersion));
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
  });

  test('a watch with a selector sees an object leave its sight as DELETED', async () => {
    const api = core();
    const { metadata } = await api.listNamespacedConfigMap({ namespace: 'demo' });
    const watch = await watching('/api/v1/configmaps', {
      resourceVersion: metadata?.resourceVersion ?? '',
      labelSelector: 'team=a',
    });
    const body = { metadata: { name: 'moves', labels: { team: 'a' } } };
    await api.createNamespacedConfigMap({ namespace: 'demo', body });
    await api.patchNamespacedConfigMap(
      { namespace: 'demo', name: 'moves', body: { metadata: { labels: { team: 'b' } } } },
      setHeaderOptions('Content-Type', PatchStrategy.MergePatch),
    );
    await until(() => watch.seen.length >= 2, 'two events');
    watch.stop();
    expect(watch.seen.map(({ type }) => type)).toEqual(['ADDED', 'DELETED']);
    await api.deleteNamespacedConfigMap({ namespace: 'demo', name: 'moves' });
  });

  test('a revision from before the compaction gets one ERROR with 410, then the end', async () => {
    const { metadata } = await core().listNamespacedConfigMap({ namespace: 'demo' });
    server.cluster.faults.compactHistory();
    const watch = await watching('/api/v1/configmaps', { resourceVersion: metadata?.resourceVersion ?? '' });
    await watch.done;
    expect(watch.seen).toHaveLength(1);
    expect(watch.seen[0]).toMatchObject({
      type: 'ERROR',
      object: { code: 410, reason: 'Expired', kind: 'Status' },
    });
  });

  test('sendInitialEvents: all objects, then the bookmark that says so', async () => {
    const watch = await watching('/api/v1/nodes', {
      sendInitialEvents: true,
      resourceVersionMatch: 'NotOlderThan',
      allowWatchBookmarks: true,
      timeoutSeconds: '1',
    });
    await watch.done;
    expect(watch.seen.map(({ type }) => type)).toEqual(['ADDED', 'ADDED', 'ADDED', 'BOOKMARK']);
    expect(watch.seen[3]?.object).toMatchObject({
      metadata: { annotations: { 'k8s.io/initial-events-end': 'true' } },
    });
  });

  test('a dropped watch ends at once; a stalled one delivers late', async () => {
    const api = core();
    const { metadata } = await api.listNamespacedConfigMap({ namespace: 'demo' });
    const query = { resourceVersion: metadata?.resourceVersion ?? '' };
    const dropped = await watching('/api/v1/configmaps', query);
    expect(server.cluster.faults.dropWatches()).toBe(1);
    await dropped.done;
    const stalled = await watching('/api/v1/configmaps', query);
    server.cluster.faults.stallWatches(true);
    await api.createNamespacedConfigMap({ namespace: 'demo', body: { metadata: { name: 'held' } } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(stalled.seen).toEqual([]);
    server.cluster.faults.stallWatches(false);
    await until(() => stalled.seen.length === 1, 'the event that was held back');
    stalled.stop();
    await api.deleteNamespacedConfigMap({ namespace: 'demo', name: 'held' });
  });
});
