import { expect, test } from 'vitest';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { frontendFixture } from '@/components/services/frontend.fixture';
import { earlierEvents } from './earlier-events';

const firstSweep = '2026-01-18T08:00:01.000Z';
const startedTimestamp = '2026-01-18T08:00:00.000Z';

function row(ip: string, changedTimestamp: string, name: string): FrontendView {
  return frontendFixture(ip, { changedTimestamp, service: { namespace: 'a', name, portName: null } });
}

/** Only what is read of an agent. */
function agent(node: string, started: string): AgentView {
  return { node, pod: `cilium-${node}`, restarts: 0, startedTimestamp: started } as AgentView;
}

function kinds(frontends: FrontendView[], agents: AgentView[] = [], seen: string[] = []) {
  return earlierEvents({ agents, frontends, startedTimestamp, seen: new Set(seen) });
}

test('the first sweep is no change', () => {
  expect(kinds([row('10.0.0.1', firstSweep, 'one'), row('10.0.0.2', firstSweep, 'two')])).toMatchObject([
    { kind: 'first-look' },
  ]);
});

test('later changes are named by Service, and counted where many changed at once', () => {
  const later = '2026-01-18T08:05:00.000Z';
  const quiet = row('10.0.0.9', firstSweep, 'quiet');
  const two = [row('10.0.0.1', later, 'one'), row('10.0.0.2', later, 'one')];
  expect(kinds([quiet, ...two])[0]).toMatchObject({ kind: 'rows-changed', name: 'a/one', services: 1 });
  const many = ['one', 'two', 'three', 'four'].map((name, index) => row(`10.0.0.${index}`, later, name));
  expect(kinds([quiet, ...many])).toMatchObject([
    { kind: 'rows-changed', services: 4 },
    { kind: 'first-look' },
  ]);
});

test('what the page saw itself is not told twice', () => {
  const changed = row('10.0.0.1', '2026-01-18T08:05:00.000Z', 'one');
  expect(kinds([row('10.0.0.9', firstSweep, 'quiet'), changed], [], [changed.key])).toHaveLength(1);
});

test('agents that started together are one event, the latest first', () => {
  const agents = [
    agent('a', '2026-01-15T08:00:00Z'),
    agent('b', '2026-01-18T09:00:00Z'),
    agent('c', '2026-01-15T08:04:00Z'),
  ];
  expect(kinds([], agents)).toMatchObject([
    { kind: 'agents-started', agents: [{ node: 'b' }], all: false },
    { kind: 'first-look' },
    { kind: 'agents-started', agents: [{ node: 'c' }, { node: 'a' }], all: false },
  ]);
});
