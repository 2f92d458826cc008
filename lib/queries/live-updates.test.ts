import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import type { LiveEvent } from '@/lib/snapshot/live-event';
import { packFrontends } from '@/lib/snapshot/pack-frontends';
import { packDelta } from '@/lib/snapshot/patch/pack-delta';
import type { SourceView } from '@/lib/snapshot/source-view';
import { agentsQuery } from './agents';
import { noFacts } from '@/lib/snapshot/snapshot.fixture';
import { frontendsQuery } from './frontends';
import { createLiveUpdates } from './live-updates';
import { recentChangesQuery } from './recent-changes';
import { sourceQuery } from './source';

const source = { title: 'Training cluster: article' } as SourceView;

function frontend(key: string): FrontendView {
  return {
    key,
    ip: '10.0.0.1',
    port: 443,
    protocol: null,
    scope: 'external',
    type: 'ClusterIP',
    remote: false,
    service: null,
    labels: [],
    nodes: ['a', 'b'],
    nodeLocal: false,
    ownBackends: false,
    backends: [],
    problems: [],
    doubt: null,
    changedTimestamp: '2026-01-18T08:00:00Z',
  };
}

/** Stands in for the browser's EventSource: the test says what the server sends. */
class FakeEventSource extends EventTarget {
  closed = false;
  constructor(readonly url: string) {
    super();
  }
  close() {
    this.closed = true;
  }
  send(event: LiveEvent) {
    this.dispatchEvent(new MessageEvent(event.event, { data: JSON.stringify(event) }));
  }
  fail() {
    this.dispatchEvent(new Event('error'));
  }
}

let opened: FakeEventSource[];
let client: QueryClient;

async function started({ known = true } = {}) {
  if (known) {
    client.setQueryData(sourceQuery().queryKey, source);
    client.setQueryData(agentsQuery().queryKey, { revision: 7, items: [], facts: noFacts });
    client.setQueryData(frontendsQuery().queryKey, { revision: 5, items: [frontend('a:1')] });
  }
  const updates = createLiveUpdates(client, (url) => {
    const stream = new FakeEventSource(url);
    opened.push(stream);
    // Stands in for the browser's own: the methods used are there.
    return stream as unknown as EventSource;
  });
  const stop = updates.start();
  await vi.advanceTimersByTimeAsync(0);
  return { updates, stop };
}

function keys() {
  return client.getQueryData(frontendsQuery().queryKey)?.items.map(({ key }) => key);
}

beforeEach(() => {
  vi.useFakeTimers();
  opened = [];
  client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
});

afterEach(() => {
  client.clear();
  vi.useRealTimers();
});

describe('live updates', () => {
  it('go on from the older of the two lists that were fetched', async () => {
    await started();
    expect(opened.map(({ url }) => url)).toEqual(['/api/v1/events?lastEventId=5']);
  });

  it('keep the cache as the events say, and note what changed', async () => {
    await started();
    const [stream] = opened;
    stream?.send({
      event: 'delta',
      revision: 8,
      ...packDelta({ added: [frontend('b:2')], patched: [], removed: ['a:1'] }),
    });
    expect(keys()).toEqual(['b:2']);
    const changes = client.getQueryData(recentChangesQuery().queryKey);
    expect(changes?.map(({ kind }) => kind).toSorted()).toEqual(['frontend-added', 'frontend-removed']);
    stream?.send({
      event: 'snapshot',
      revision: 9,
      source,
      agents: [],
      facts: noFacts,
      frontends: packFrontends([frontend('c:3')]),
    });
    expect(keys()).toEqual(['c:3']);
    expect(client.getQueryData(frontendsQuery().queryKey)?.items[0]?.nodes).toEqual(['a', 'b']);
  });

  it('come back by themselves, later and later, from the last revision seen', async () => {
    const { updates } = await started();
    opened[0]?.send({ event: 'source', revision: 12, source });
    expect(updates.getState().phase).toBe('live');

    opened[0]?.fail();
    expect(updates.getState()).toMatchObject({ phase: 'retrying', attempt: 1 });
    expect(opened[0]?.closed).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(opened[1]?.url).toBe('/api/v1/events?lastEventId=12');

    opened[1]?.fail();
    await vi.advanceTimersByTimeAsync(1_999);
    expect(opened).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(opened).toHaveLength(3);

    opened[2]?.send({ event: 'heartbeat', revision: 12, timestamp: '2026-01-18T08:14:02Z' });
    expect(updates.getState().phase).toBe('live');
  });

  it('never wait longer than half a minute', async () => {
    await started();
    for (let attempt = 0; attempt < 12; attempt += 1) {
      opened.at(-1)?.fail();
      await vi.advanceTimersByTimeAsync(30_000);
      expect(opened).toHaveLength(attempt + 2);
    }
  });

  it('take a stream that says nothing for a broken one', async () => {
    const { updates } = await started();
    opened[0]?.dispatchEvent(new Event('open'));
    await vi.advanceTimersByTimeAsync(45_000);
    expect(updates.getState().phase).toBe('retrying');
  });

  it('hold the page still until told to go on', async () => {
    const { updates } = await started();
    opened[0]?.send({ event: 'source', revision: 12, source });
    updates.pause();
    expect(updates.getState().phase).toBe('paused');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(opened).toHaveLength(1);
    updates.resume();
    expect(opened[1]?.url).toBe('/api/v1/events?lastEventId=12');
  });

  it('leave nothing running once the page is gone', async () => {
    const { stop } = await started();
    stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(opened).toHaveLength(1);
    expect(opened[0]?.closed).toBe(true);
  });
});
