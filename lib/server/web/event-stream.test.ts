import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveEvent } from '@/lib/snapshot/live-event';
import { eventStream, readerRevision } from './event-stream';

/** A collector's event side: gives what it is told to whoever listens. */
function source() {
  const listeners = new Map<(event: LiveEvent) => void, number | null>();
  return {
    listeners,
    publish: (event: LiveEvent) => listeners.forEach((_, listener) => listener(event)),
    subscribe: (after: number | null, listener: (event: LiveEvent) => void) => {
      listeners.set(listener, after);
      return () => listeners.delete(listener);
    },
  };
}

const removal = (revision: number, key = '10.0.0.1:80'): LiveEvent => ({
  event: 'delta',
  revision,
  ...{ nodeNames: [], nodeSets: [], labelSets: [], added: [], patched: [] },
  removed: [key],
});

async function read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  const { value, done } = await reader.read();
  return done ? '<end>' : new TextDecoder().decode(value);
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('eventStream', () => {
  it('writes the revision as id, the kind as event, and the event on one line of data', async () => {
    const from = source();
    const reader = eventStream(from, 4, new AbortController().signal).getReader();
    expect(await read(reader)).toBe('retry: 2000\n\n');
    from.publish(removal(5, 'a\nb'));
    const [id, event, data, ...rest] = (await read(reader)).split('\n');
    expect([id, event, ...rest]).toEqual(['id: 5', 'event: delta', '', '']);
    expect(JSON.parse(data?.slice('data: '.length) ?? '')).toEqual(removal(5, 'a\nb'));
    expect([...from.listeners.values()]).toEqual([4]);
  });

  it('beats each 15 s with the last revision sent', async () => {
    const from = source();
    const reader = eventStream(from, null, new AbortController().signal).getReader();
    await read(reader);
    from.publish(removal(7));
    await read(reader);
    vi.advanceTimersByTime(15_000);
    expect(await read(reader)).toMatch(/^id: 7\nevent: heartbeat\n/);
  });

  it('ends its subscription and its timer when the reader goes', async () => {
    const from = source();
    const abort = new AbortController();
    const reader = eventStream(from, null, abort.signal).getReader();
    await read(reader);
    expect(from.listeners.size).toBe(1);
    abort.abort();
    expect(await read(reader)).toBe('<end>');
    expect(from.listeners.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);

    const second = eventStream(from, null, new AbortController().signal);
    await second.cancel();
    expect(from.listeners.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not subscribe for a reader who has already gone', () => {
    const from = source();
    eventStream(from, null, AbortSignal.abort());
    expect(from.listeners.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('drops a reader who does not read, after 32 MiB, and keeps the others', async () => {
    const from = source();
    const slow = eventStream(from, null, new AbortController().signal).getReader();
    const quick = eventStream(from, null, new AbortController().signal).getReader();
    await read(quick);
    for (let revision = 1; revision <= 60; revision += 1) {
      from.publish(removal(revision, 'x'.repeat(1024 * 1024)));
      await read(quick);
    }
    expect(from.listeners.size).toBe(1);
    let received = 0;
    for (let text = await read(slow); text !== '<end>'; text = await read(slow)) received += text.length;
    expect(received).toBeGreaterThan(30 * 1024 * 1024);
    expect(received).toBeLessThan(36 * 1024 * 1024);
  });
});

describe('readerRevision', () => {
  const revision = (url: string, id?: string) =>
    readerRevision(new Request(url, { headers: id === undefined ? {} : { 'last-event-id': id } }));

  it('takes the header before the query, and nothing for what is no revision', () => {
    expect(revision('http://x/events')).toBeNull();
    expect(revision('http://x/events', '12')).toBe(12);
    expect(revision('http://x/events?lastEventId=9')).toBe(9);
    expect(revision('http://x/events?lastEventId=9', '12')).toBe(12);
    expect(revision('http://x/events', '-1')).toBeNull();
    expect(revision('http://x/events', '1e9')).toBeNull();
    expect(revision('http://x/events', '99999999999999999999')).toBeNull();
  });
});
