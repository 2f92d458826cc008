import { expect, test } from 'vitest';
import type { AgentView, AnswerView } from '@/lib/snapshot/agent-view';
import { listState } from './list-state';

const problem = { code: 'timed-out', title: 'Timed out', detail: '', hint: '' } as const;

function agent(node: string, over: Partial<AnswerView>): AgentView {
  const answer: AnswerView = {
    answeredTimestamp: null,
    askedTimestamp: null,
    durationMs: null,
    sizeBytes: null,
    stale: false,
    problem: null,
    unparsedCount: 0,
    ...over,
  };
  return {
    node,
    namespace: 'kube-system',
    pod: `cilium-${node}`,
    container: 'cilium-agent',
    image: null,
    daemonSet: null,
    nodeIPs: [],
    zone: null,
    podReady: true,
    podPhase: 'Running',
    restarts: 0,
    startedTimestamp: null,
    version: null,
    binary: null,
    status: null,
    frontendCount: null,
    backendCount: null,
    answers: { status: answer, 'service-list': answer },
  };
}

const answered = { answeredTimestamp: '2026-01-01T00:00:00Z' };

test('a filter that hides everything is not an empty cluster', () => {
  expect(listState([agent('a', answered)], 28, 0).kind).toBe('nothing-matches');
});

test('nothing wrong is an answer of its own, with how many agents it rests on', () => {
  const agents = [agent('a', answered), agent('b', { ...answered, stale: true })];
  expect(listState(agents, 28, 0, 20)).toEqual({
    kind: 'no-problems',
    checked: 20,
    total: 28,
    answered: 1,
    agents: 2,
  });
  expect(listState(agents, 28, 0, 0).kind).toBe('nothing-matches');
  expect(listState(agents, 28, 3, 20).kind).toBe('rows');
});

test('agents that answered with no rows are not agents that were not asked', () => {
  expect(listState([agent('a', answered), agent('b', { problem })], 0, 0)).toEqual({
    kind: 'no-rows',
    agents: 1,
  });
  expect(listState([agent('b', { problem })], 0, 0)).toEqual({
    kind: 'could-not-ask',
    problems: [{ node: 'b', problem }],
  });
  expect(listState([agent('b', {})], 0, 0)).toEqual({ kind: 'not-answered-yet', agents: 1 });
});

test('no agents at all is said as such', () => expect(listState([], 0, 0).kind).toBe('no-agents'));
