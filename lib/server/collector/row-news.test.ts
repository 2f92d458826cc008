import { expect, test } from 'vitest';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { applyFrontendPatch } from '@/lib/snapshot/patch/apply-frontend-patch';
import { backendView, frontendView } from '@/lib/snapshot/snapshot.fixture';
import { RowNews } from './row-news';

const row = (nodes: string[], state: 'active' | 'terminating' = 'active', statesDiffer = false) =>
  frontendView('10.96.0.1:80/TCP', {
    nodes,
    backends: [backendView('10.0.0.1:80/TCP', { state, statesDiffer, nodes })],
    changedTimestamp: `2026-01-01T00:00:${String(nodes.length).padStart(2, '0')}Z`,
  });

/** The news of 5 s a progress, and a reader that has the row from the start. */
function start(first: FrontendView) {
  const news = new RowNews(5_000);
  const { added } = news.take({ changed: [first], removed: [] }, 0);
  expect(added).toEqual([first]);
  let read = first;
  /** What the reader has afterwards; null where it was told nothing. */
  const take = (changed: FrontendView[], nowMs: number): FrontendView | null => {
    const delta = news.take({ changed, removed: [] }, nowMs);
    expect(delta.added).toEqual([]);
    for (const patch of delta.patched) read = applyFrontendPatch(read, patch);
    return delta.patched.length === 0 ? null : read;
  };
  return { news, take };
}

test('what a row says is told at once; that one more node says it, after a while', () => {
  const { take } = start(row(['a']));
  expect(take([row(['a', 'b'])], 1_000)).toBeNull();
  expect(take([row(['a', 'b', 'c'])], 4_000)).toBeNull();
  expect(take([], 5_999)).toBeNull();
  expect(take([], 6_000)).toEqual(row(['a', 'b', 'c']));
  expect(take([], 60_000)).toBeNull();
});

test('a state that some nodes print, or most, is no mere progress', () => {
  const { take } = start(row(['a', 'b']));
  const differs = row(['a', 'b'], 'active', true);
  expect(take([differs], 100)).toEqual(differs);
  const flipped = row(['a', 'b'], 'terminating', true);
  expect(take([flipped], 200)).toEqual(flipped);
});

test('what is held is told with what comes, and never after the row is gone', () => {
  const { news, take } = start(row(['a']));
  take([row(['a', 'b'])], 100);
  const last = row(['a', 'b'], 'terminating');
  expect(take([last], 200)).toEqual(last);
  expect(take([], 9_000)).toBeNull();
  take([row(['a'], 'terminating')], 9_100);
  expect(news.take({ changed: [], removed: [last.key] }, 9_200)).toEqual({
    ...{ added: [], patched: [], removed: [last.key] },
  });
  expect(take([], 60_000)).toBeNull();
});

test('who asked while progress was held is told how it ended, also where it ended as it had begun', () => {
  const { news } = start(row(['a', 'b']));
  const between = row(['a']);
  news.take({ changed: [between], removed: [] }, 100);
  news.take({ changed: [row(['a', 'b'])], removed: [] }, 200);
  const { patched } = news.take({ changed: [], removed: [] }, 6_000);
  expect(patched.reduce(applyFrontendPatch, between)).toEqual(row(['a', 'b']));
});
