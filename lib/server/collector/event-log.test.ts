import { expect, test } from 'vitest';
import type { LiveEvent } from '@/lib/snapshot/live-event';
import { packDelta } from '@/lib/snapshot/patch/pack-delta';
import { backendView, frontendView } from '@/lib/snapshot/snapshot.fixture';
import { EventLog } from './event-log';

const removed = (...keys: string[]) => ({
  event: 'delta' as const,
  ...packDelta({ added: [], patched: [], removed: keys }),
});

test('events are numbered without a gap, from the first number on', () => {
  const log = new EventLog(100);
  const heard: LiveEvent[] = [];
  log.listen((event) => heard.push(event));
  log.append(removed('a'));
  log.append(removed('b'));
  expect(heard.map(({ revision }) => revision)).toEqual([101, 102]);
  expect(log.revision).toBe(102);
});

test('a reader goes on after the last event it had', () => {
  const log = new EventLog(0);
  for (const key of ['a', 'b', 'c']) log.append(removed(key));
  expect(log.after(1)?.map(({ revision }) => revision)).toEqual([2, 3]);
  expect(log.after(3)).toEqual([]);
});

test.each([
  ['none', null],
  ['one from the future', 9],
  ['one of an earlier process', -1],
])('a reader with %s needs a snapshot', (_what, revision) => {
  const log = new EventLog(1);
  log.append(removed('a'));
  expect(log.after(revision)).toBeNull();
});

test('what is no longer kept needs a snapshot: too many events, or too many rows', () => {
  const many = new EventLog(0);
  for (let at = 0; at < 1_500; at += 1) many.append(removed('a'));
  expect(many.after(100)).toBeNull();
  expect(many.after(1_400)).toHaveLength(100);

  const large = new EventLog(0);
  const rows = Array.from({ length: 20_000 }, () => frontendView('10.96.0.1:80/TCP'));
  const delta = packDelta({ added: rows, patched: [], removed: [] });
  for (let at = 0; at < 5; at += 1) large.append({ event: 'delta', ...delta });
  expect(large.after(0)).toBeNull();
  expect(large.after(4)).toHaveLength(1);

  const wide = new EventLog(0);
  const backends = Array.from({ length: 1_000 }, () => backendView('10.0.0.1:80/TCP'));
  const row = packDelta({
    added: [frontendView('10.96.0.1:80/TCP', { backends })],
    patched: [],
    removed: [],
  });
  for (let at = 0; at < 60; at += 1) wide.append({ event: 'delta', ...row });
  expect(wide.after(0)).toBeNull();
  expect(wide.after(20)).toHaveLength(40);
});

test('who has ended hears no more', () => {
  const log = new EventLog(0);
  const heard: LiveEvent[] = [];
  const end = log.listen((event) => heard.push(event));
  end();
  log.append(removed('a'));
  expect(heard).toEqual([]);
  expect(log.hasListeners).toBe(false);
});
