import { expect, test } from 'vitest';
import type { FrontendView } from '../frontend-view';
import { backendView, frontendView } from '../snapshot.fixture';
import { isSameFrontend } from './same-frontend';
import { problemFixture } from '@/lib/snapshot/problem.fixture';

const nodes = ['a', 'b'];
const base = frontendView('10.96.0.1:80/TCP', {
  nodes,
  service: { namespace: 'shop', name: 'web', portName: 'http' },
  labels: ['app=web', 'tier=front'],
  backends: [backendView('10.0.0.1:80/TCP', { nodes })],
});
const [only = backendView('10.0.0.1:80/TCP')] = base.backends;
const withBackend = (change: Partial<typeof only>): FrontendView => ({
  ...base,
  backends: [{ ...only, ...change }],
});

test('a copy is the same', () => {
  expect(isSameFrontend(base, structuredCloneKeepingNodes(base))).toBe(true);
});

test.each<[string, FrontendView]>([
  ['nodes', { ...base, nodes: ['a'] }],
  ['the Service', { ...base, service: { namespace: 'shop', name: 'web', portName: 'admin' } }],
  ['a label', { ...base, labels: ['app=web', 'tier=back'] }],
  ['a label less', { ...base, labels: [] }],
  ['no Service', { ...base, service: null }],
  ['the type', { ...base, type: 'NodePort' }],
  ['a problem', { ...base, problems: [problemFixture('no-backends')] }],
  ['a doubt', { ...base, doubt: { about: 'row', reason: 'pods-unread' } }],
  ['the time', { ...base, changedTimestamp: '2026-02-02T00:00:00.000Z' }],
  ['a backend less', { ...base, backends: [] }],
  ['a state', withBackend({ state: 'terminating' })],
  ['a backend’s nodes', withBackend({ nodes: ['a'] })],
  ['a pod’s name', withBackend({ target: { ...only.target, kind: 'pod', name: 'web-2' } })],
])('another one by %s', (_what, other) => {
  expect(isSameFrontend(base, other)).toBe(false);
  expect(isSameFrontend(other, base)).toBe(false);
});

function structuredCloneKeepingNodes(view: FrontendView): FrontendView {
  const copy = structuredClone(view);
  return { ...copy, nodes, backends: copy.backends.map((backend) => ({ ...backend, nodes })) };
}
