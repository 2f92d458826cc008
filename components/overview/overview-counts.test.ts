import { describe, expect, it } from 'vitest';
import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';
import { countBackends, countNamespaces, countTypes } from './overview-counts';
import { problemFixture } from '@/lib/snapshot/problem.fixture';

function backend(ip: string, over: Partial<BackendView> = {}): BackendView {
  return {
    ip,
    port: 80,
    protocol: null,
    state: 'active',
    preferred: null,
    statesDiffer: false,
    target: { kind: 'pod', namespace: 'a', name: 'pod', workload: null, node: 'n1', zone: null },
    nodes: ['n1'],
    ...over,
  };
}

function frontend(key: string, over: Partial<FrontendView> = {}): FrontendView {
  return {
    key,
    ip: '10.0.0.1',
    port: 80,
    protocol: null,
    scope: 'external',
    type: 'ClusterIP',
    remote: false,
    service: { namespace: 'a', name: 'one', portName: null },
    labels: [],
    nodes: ['n1', 'n2'],
    nodeLocal: false,
    ownBackends: false,
    backends: [],
    problems: [],
    doubt: null,
    changedTimestamp: '2026-01-18T08:00:00Z',
    ...over,
  };
}

describe('countTypes', () => {
  it('keeps the order of types and parts rows of one node from those of several', () => {
    expect(
      countTypes([
        frontend('1', { type: 'HostPort', nodes: ['n1'] }),
        frontend('2', { type: 'NodePort' }),
        frontend('3', { type: 'NodePort', nodes: ['n1'] }),
        frontend('4', { type: null }),
      ]),
    ).toEqual([
      { type: 'NodePort', onSeveral: 1, onOne: 1 },
      { type: 'HostPort', onSeveral: 0, onOne: 1 },
      { type: 'unknown', onSeveral: 1, onOne: 0 },
    ]);
  });
});

describe('countBackends', () => {
  it('counts an address once, in the worst state any frontend has it in', () => {
    const { total, byMark } = countBackends([
      frontend('1', { backends: [backend('1.1.1.1'), backend('2.2.2.2')] }),
      frontend('2', { backends: [backend('1.1.1.1', { state: 'quarantined' })] }),
    ]);
    expect(total).toBe(2);
    expect(byMark).toEqual([
      { mark: 'active', backends: 1 },
      { mark: 'quarantined', backends: 1 },
    ]);
  });

  it('tells outside the cluster from an address nobody knows, once a problem names that', () => {
    const outside = {
      kind: 'outside',
      namespace: null,
      name: 'API server',
      workload: null,
      node: null,
      zone: null,
    } as const;
    const named = frontend('1', {
      problems: [problemFixture('leftover-backend', { backend: '9.9.9.9:80' })],
      backends: [
        backend('9.9.9.9', { target: { ...outside, kind: 'unknown', name: null } }),
        backend('8.8.8.8', { target: outside }),
        backend('1.1.1.1'),
      ],
    });
    const kinds = (of: FrontendView) => countBackends([of]).byPlace.map(({ place }) => place.kind);
    expect(kinds(named)).toEqual(['node', 'outside', 'unknown']);
    expect(kinds({ ...named, problems: [] })).toEqual(['node', 'outside']);
  });
});

describe('countNamespaces', () => {
  it('counts Services, not rows, and puts rows of no Service last', () => {
    const rows = countNamespaces([
      frontend('1', { service: null }),
      frontend('2'),
      frontend('3', { problems: [problemFixture('no-backends')] }),
      frontend('4', { service: { namespace: 'a', name: 'two', portName: null } }),
    ]);
    expect(
      rows.map(({ namespace, services, frontends, problems }) => [namespace, services, frontends, problems]),
    ).toEqual([
      ['a', 2, 3, 1],
      [null, 0, 1, 0],
    ]);
  });

  it('counts a HostPort where the Services page shows it: with the Service or the pod it leads to', () => {
    const target = { ...backend('1.1.1.1').target, namespace: 'b', name: 'web' };
    const rows = countNamespaces([
      frontend('1', { backends: [backend('1.1.1.1')] }),
      frontend('2', { service: null, type: 'HostPort', backends: [backend('1.1.1.1')] }),
      frontend('3', { service: null, type: 'HostPort', backends: [backend('2.2.2.2', { target })] }),
    ]);
    expect(rows.map(({ namespace, services, frontends }) => [namespace, services, frontends])).toEqual([
      ['a', 1, 2],
      ['b', 0, 1],
    ]);
  });
});
