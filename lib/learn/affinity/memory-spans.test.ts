import { expect, test } from 'vitest';
import { defaultAffinityParameters as parameters } from './affinity-parameters';
import { affinityWalk } from './affinity-walk';
import { memorySpans } from './memory-spans';

test('a span ends at the next use, at its timeout, or with the story', () => {
  const spans = memorySpans(affinityWalk(parameters), parameters);
  expect(
    spans
      .filter(({ clientKey }) => clientKey === '198.51.100.7')
      .map((span) => [span.fromMinute, span.toMinute]),
  ).toEqual([
    [0, 120],
    [120, 240],
    [240, 375],
    // Three hours after the last use, and not until the next one.
    [375, 555],
    [600, 660],
  ]);
});

test('two clients of one key are remembered together; each node remembers for itself', () => {
  const spans = memorySpans(affinityWalk(parameters), parameters);
  expect(
    spans.filter(({ clientKey }) => clientKey === '198.51.100.99').map(({ fromMinute }) => fromMinute),
  ).toEqual([20, 40, 300, 405, 620]);
  expect(
    new Set(spans.filter(({ clientKey }) => clientKey === '198.51.100.44').map(({ node }) => node)),
  ).toEqual(new Set([1, 2]));
  expect(memorySpans(affinityWalk(parameters), { ...parameters, isOn: false })).toEqual([]);
});

test('what names a backend that is going is not heeded from then on', () => {
  const gone = { ...parameters, gone: 'A' as const };
  const ends = memorySpans(affinityWalk(gone), gone).flatMap(({ backend, toMinute }) =>
    backend === 'A' ? [toMinute] : [],
  );
  expect(Math.max(...ends)).toBe(360);
});
