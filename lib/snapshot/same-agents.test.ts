import { expect, test } from 'vitest';
import type { AgentView, AnswerView } from './agent-view';
import { areSameButTimes } from './same-agents';
import { agentView } from './snapshot.fixture';

const agent = (rest: Partial<AgentView> = {}, answer: Partial<AnswerView> = {}) =>
  agentView('a', rest, answer);

test.each<[string, AgentView]>([
  ['nothing at all', agent()],
  ['when it answered', agent({}, { answeredTimestamp: '2026-05-05T05:05:05Z' })],
  ['when it was asked', agent({}, { askedTimestamp: '2026-05-05T05:05:05Z' })],
  ['how long that took, and how much it said', agent({}, { durationMs: 99, sizeBytes: 99 })],
  ['a list that says the same', agent({ nodeIPs: [] })],
])('the same: %s', (_what, other) => {
  expect(areSameButTimes([agent()], [other])).toBe(true);
});

test.each<[string, AgentView]>([
  ['its pod', agent({ pod: 'cilium-other' })],
  ['its version', agent({ version: '1.9.9' })],
  ['what its node has', agent({ nodeIPs: ['10.0.0.9'] })],
  ['how many frontends it has', agent({ frontendCount: 12_345 })],
  ['that it is silent', agent({}, { stale: true })],
  ['that it has never answered', agent({}, { answeredTimestamp: null })],
  [
    'why it does not answer',
    agent({}, { problem: { code: 'timed-out', title: 't', detail: 'd', hint: 'h' } }),
  ],
])('not the same: %s', (_what, other) => {
  expect(areSameButTimes([agent()], [other])).toBe(false);
});

test('an agent that came or went is not the same', () => {
  expect(areSameButTimes([agent()], [])).toBe(false);
  expect(areSameButTimes([], [agent()])).toBe(false);
});
