import { describe, expect, test } from 'vitest';
import type { FrontendDetail, FrontendView } from '@/lib/snapshot/frontend-view';
import { backendFixture, frontendFixture } from '../frontend.fixture';
import { backendMatrix } from './backend-matrix';
import { problemFixture } from '@/lib/snapshot/problem.fixture';

const inApi = (ip: string, over = {}) => ({
  ip,
  port: 8080,
  ready: true,
  serving: true,
  terminating: false,
  node: null,
  zone: null,
  hinted: false,
  weight: null,
  ...over,
});

function detail(frontend: Partial<FrontendView>, apiBackends: FrontendDetail['apiBackends']): FrontendDetail {
  return {
    frontend: frontendFixture('10.96.0.1', frontend),
    manifest: null,
    policies: null,
    apiBackends,
    perNode: [],
  };
}

const gone = {
  kind: 'unknown',
  namespace: null,
  name: null,
  workload: null,
  node: null,
  zone: null,
} as const;

describe('backendMatrix', () => {
  test('says who has what', () => {
    const { rows } = backendMatrix(
      detail({ backends: [backendFixture('10.1.0.1'), backendFixture('10.1.0.2', { nodes: ['a'] })] }, [
        inApi('10.1.0.1'),
        inApi('10.1.0.2'),
      ]),
    );
    expect(rows.map(({ api, nodes }) => [api, nodes['a'], nodes['b']])).toEqual([
      ['has', 'has', 'has'],
      ['has', 'has', 'missing'],
    ]);
    expect(rows.map(({ agree, of }) => `${agree}/${of}`)).toEqual(['2/2', '1/2']);
  });

  test('a leftover is marked on the node that keeps it', () => {
    const problems = [problemFixture('leftover-backend', { backend: '10.1.0.9:8080/TCP', nodes: ['b'] })];
    const { rows } = backendMatrix(
      detail({ problems, backends: [backendFixture('10.1.0.9', { nodes: ['b'], target: gone })] }, []),
    );
    expect(rows[0]).toMatchObject({ mark: 'leftover', api: 'absent', nodes: { a: 'absent', b: 'leftover' } });
  });

  test('a backend that only the API has gets a row, unless nothing should be sent to it', () => {
    const { rows } = backendMatrix(
      detail({}, [inApi('10.1.0.1'), inApi('10.1.0.2', { ready: false, serving: false, terminating: true })]),
    );
    expect(rows.map(({ ip, nodes }) => [ip, nodes])).toEqual([['10.1.0.1', { a: 'missing', b: 'missing' }]]);
  });

  test('an API that could not be asked is unknown, never absent', () => {
    const { rows } = backendMatrix(detail({ backends: [backendFixture('10.1.0.1')] }, null));
    expect(rows[0]?.api).toBe('unknown');
  });

  test('with a Local policy a node that lacks another node’s backend is right', () => {
    const { rows } = backendMatrix(
      detail({ ownBackends: true, backends: [backendFixture('10.1.0.1', { nodes: ['a'] })] }, [
        inApi('10.1.0.1'),
      ]),
    );
    expect(rows[0]?.nodes).toEqual({ a: 'has', b: 'absent' });
  });
});
