import { expect, test } from 'vitest';
import { backendView, frontendView } from '@/lib/snapshot/snapshot.fixture';
import { RowNews } from './row-news';

const row = (nodes: string[], state: 'active' | 'terminating' = 'active', statesDiffer = false) =>
  frontendView('10.96.0.1:80/TCP', {
    nodes,
    backends: [backendView('10.0.0.1:80/TCP', { state, statesDiffer, nodes })],
    changedTimestamp: `2026-01-01T00:00:${String(nodes.length).padStart(2, '0')}Z`,
  });
const nothing = { changed: [], removed: [] };

test('what a row says is told at once; that one more node says it, after a while', () => {
  const news = new RowNews(5_000);
  expect(news.take({ changed: [row(['a'])], removed: [] }, 0).changed).toHaveLength(1);
  expect(news.take({ changed: [row(['a', 'b'])], removed: [] }, 1_000)).toEqual(nothing);
  expect(news.take({ changed: [row(['a', 'b', 'c'])], removed: [] }, 4_000)).toEqual(nothing);
  expect(news.take(nothing, 5_999)).toEqual(nothing);
  expect(news.take(nothing, 6_000).changed).toEqual([row(['a', 'b', 'c'])]);
  expect(news.take(nothing, 60_000)).toEqual(nothing);
});

test('a state that some nodes print, or most, is no mere progress', () => {
  const news = new RowNews(5_000);
  news.take({ changed: [row(['a', 'b'])], removed: [] }, 0);
  const differs = row(['a', 'b'], 'active', true);
  expect(news.take({ changed: [differs], removed: [] }, 100).changed).toEqual([differs]);
  const flipped = row(['a', 'b'], 'terminating', true);
  expect(news.take({ changed: [flipped], removed: [] }, 200).changed).toEqual([flipped]);
});

test('what is held is told with what comes, and never after the row is gone', () => {
  const news = new RowNews(5_000);
  news.take({ changed: [row(['a'])], removed: [] }, 0);
  news.take({ changed: [row(['a', 'b'])], removed: [] }, 100);
  const last = row(['a', 'b'], 'terminating');
  expect(news.take({ changed: [last], removed: [] }, 200).changed).toEqual([last]);
  expect(news.take(nothing, 9_000)).toEqual(nothing);
  news.take({ changed: [row(['a'], 'terminating')], removed: [] }, 9_100);
  expect(news.take({ changed: [], removed: [last.key] }, 9_200).removed).toEqual([last.key]);
  expect(news.take(nothing, 60_000)).toEqual(nothing);
});
