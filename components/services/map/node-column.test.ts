import { describe, expect, test } from 'vitest';
import { backendFixture, frontendFixture } from '../frontend.fixture';
import { layoutNodes, nodeEndOf } from './node-column';
import { problemFixture } from '@/lib/snapshot/problem.fixture';

const names = (count: number) => Array.from({ length: count }, (_, n) => `n${n}`);

describe('layoutNodes', () => {
  test('two nodes in a tall view are bars with everything written beside them', () => {
    const { density, ends } = layoutNodes(['a', 'b'], [], 700);
    expect(density).toBe('full');
    expect(ends.map(({ height }) => height)).toEqual([210, 210]);
  });

  test.each([1, 2, 3, 5, 8])('the bars of %i nodes fit the view and do not overlap', (count) => {
    const { ends } = layoutNodes(names(count), ['gone', 'outside'], 700);
    for (const [index, end] of ends.entries()) {
      const next = ends[index + 1];
      if (next) expect(next.top).toBeGreaterThanOrEqual(end.top + end.height + 16);
      expect(end.top + end.height).toBeLessThanOrEqual(700);
    }
  });

  test('more than eight nodes become rows of 28 pixels', () => {
    const { density, ends, height } = layoutNodes(names(100), [], 700);
    expect(density).toBe('row');
    expect((ends[1]?.top ?? 0) - (ends[0]?.top ?? 0)).toBe(28);
    expect(height).toBeGreaterThanOrEqual(2800);
  });
});

test('an address without an object makes an end only where a problem names it', () => {
  const target = {
    kind: 'unknown',
    namespace: null,
    name: null,
    workload: null,
    node: null,
    zone: null,
  } as const;
  const backend = backendFixture('10.1.0.9', { target });
  const replaced = frontendFixture('10.0.0.1', { backends: [backend] });
  expect(nodeEndOf(replaced, backend)).toBeNull();
  const named = frontendFixture('10.0.0.1', {
    backends: [backend],
    problems: [problemFixture('leftover-backend', { backend: '10.1.0.9:8080/TCP' })],
  });
  expect(nodeEndOf(named, backend)).toBe('gone');
});
