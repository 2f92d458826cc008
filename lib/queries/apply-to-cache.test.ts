import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import type { AgentView, RawAnswerView } from '@/lib/snapshot/agent-view';
import type { LiveEvent } from '@/lib/snapshot/live-event';
import { applyToCache } from './apply-to-cache';
import { rawQuery } from './raw';
import { rolloutQuery, rolloutsQuery } from './rollouts';

const answered = { answeredTimestamp: '2026-01-18T08:00:05Z', problem: null };
/** Only what is read of it. */
const event = {
  event: 'agent',
  revision: 2,
  agents: [{ node: 'a', answers: { status: answered, 'service-list': answered } } as unknown as AgentView],
  removed: [],
} as unknown as LiveEvent;

/** An open page that shows an output of so many characters; gives how often it was asked for, and whether it is stale. */
function shown(characters: number) {
  const client = new QueryClient();
  const { queryKey } = rawQuery('a', 'service-list');
  client.setQueryData(queryKey, { stdout: 'x'.repeat(characters) } as RawAnswerView);
  const ask = vi.fn(() => new Promise<RawAnswerView>(() => undefined));
  const observer = new QueryObserver(client, { queryKey, queryFn: ask, staleTime: Infinity });
  const stop = observer.subscribe(() => undefined);
  applyToCache(client, event);
  const { isStale } = observer.getCurrentResult();
  stop();
  return { asked: ask.mock.calls.length, isStale };
}

test('an output on screen is asked for again when its agent answered', () => {
  expect(shown(1000)).toEqual({ asked: 1, isStale: true });
});

test('a large one stays, and says that it is old', () => {
  expect(shown(1_000_001)).toEqual({ asked: 0, isStale: true });
});

test('a step of a rollout is on its page at once, and the list is asked for again', () => {
  const client = new QueryClient();
  const list = rolloutsQuery().queryKey;
  client.setQueryData(list, { items: [] });
  for (const phase of ['restarting', 'done']) {
    // Only what is read of it.
    const step = { event: 'rollout', revision: 3, rollout: { id: 'r-1', phase } } as unknown as LiveEvent;
    applyToCache(client, step);
    expect(client.getQueryData(rolloutQuery('r-1').queryKey)).toMatchObject({ phase });
  }
  expect(client.getQueryState(list)?.isInvalidated).toBe(true);
});
