import { expect, test } from 'vitest';
import type { FrontendLinesView } from '@/lib/snapshot/frontend-view';
import { problemFixture } from '@/lib/snapshot/problem.fixture';
import { concernedFirst, linesToCopy } from './concerned-first';

const printed = (node: string, stale = false): FrontendLinesView => ({
  node,
  pod: `cilium-${node}`,
  id: 1,
  line: 2,
  lines: [node],
  stale,
  answeredTimestamp: '2026-01-01T00:00:00.000Z',
});

test('what the node of a problem printed comes first, and is what is copied', () => {
  const problems = [problemFixture('leftover-backend', { nodes: ['b'] })];
  const perNode = [printed('a'), printed('b'), printed('c')];
  const { ordered, concerned } = concernedFirst({ problems }, perNode);
  expect([ordered.map(({ node }) => node), concerned]).toEqual([['b', 'a', 'c'], 1]);
  expect(linesToCopy({ problems }, perNode)?.node).toBe('b');
});

test('where no node stands out, an answer that is not old is copied', () => {
  const everywhere = [problemFixture('leftover-backend', { nodes: ['a', 'b'] })];
  const perNode = [printed('a', true), printed('b')];
  expect(linesToCopy({ problems: [] }, perNode)?.node).toBe('b');
  expect(linesToCopy({ problems: everywhere }, perNode)?.node).toBe('b');
  expect(linesToCopy({ problems: [] }, [printed('a', true)])?.node).toBe('a');
  expect(linesToCopy({ problems: [] }, [])).toBeUndefined();
});
