import { describe, expect, it } from 'vitest';
import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';
import { addChanges, changesBetween } from './recent-changes';

function backend(ip: string, state: BackendView['state'] = 'active'): BackendView {
  return {
    ip,
    port: 8443,
    protocol: null,
    state,
    preferred: null,
    statesDiffer: false,
    target: { kind: 'pod', namespace: 'boutique', name: `pod-${ip}`, workload: null, node: 'a', zone: null },
    nodes: ['a'],
  };
}

function frontend(key: string, backends: BackendView[]): [string, FrontendView] {
  return [
    key,
    {
      key,
      ip: '10.0.0.1',
      port: 443,
      protocol: null,
      scope: 'external',
      type: 'ClusterIP',
      remote: false,
      service: { namespace: 'boutique', name: 'checkout', portName: null },
      labels: [],
      nodes: ['a'],
      nodeLocal: false,
      ownBackends: false,
      backends,
      problems: [],
      doubt: null,
      changedTimestamp: '2026-01-18T08:00:00Z',
    },
  ];
}

const at = '2026-01-18T08:14:02Z';

describe('changesBetween', () => {
  it('tells one change of a backend once, however many frontends share it', () => {
    const before = new Map([frontend('x:1', [backend('1.1.1.1')]), frontend('x:2', [backend('1.1.1.1')])]);
    const after = new Map([
      frontend('x:1', [backend('1.1.1.1', 'terminating')]),
      frontend('x:2', [backend('1.1.1.1', 'terminating')]),
    ]);
    expect(changesBetween(before, after, at)).toMatchObject([
      { kind: 'backend-state', from: 'active', backend: { state: 'terminating' }, frontends: ['x:1', 'x:2'] },
    ]);
  });

  it('tells backends that came and went', () => {
    const before = new Map([frontend('x:1', [backend('1.1.1.1')])]);
    const after = new Map([frontend('x:1', [backend('2.2.2.2')])]);
    expect(changesBetween(before, after, at).map(({ kind }) => kind)).toEqual([
      'backend-added',
      'backend-removed',
    ]);
  });

  it('tells frontends that came and went without their backends', () => {
    const one = new Map([frontend('x:1', [backend('1.1.1.1')])]);
    expect(changesBetween(new Map(), one, at).map(({ kind }) => kind)).toEqual(['frontend-added']);
    expect(changesBetween(one, new Map(), at).map(({ kind }) => kind)).toEqual(['frontend-removed']);
  });

  it('says nothing of what stayed', () => {
    const same = new Map([frontend('x:1', [backend('1.1.1.1')])]);
    expect(changesBetween(same, new Map(same), at)).toEqual([]);
  });
});

describe('addChanges', () => {
  it('keeps the latest first, and not for ever', () => {
    let kept = addChanges([], []);
    for (let second = 0; second < 100; second += 1) {
      kept = addChanges(kept, changesBetween(new Map(), new Map([frontend('x:1', [])]), String(second)));
    }
    expect(kept).toHaveLength(60);
    expect(kept[0]?.timestamp).toBe('99');
  });
});
