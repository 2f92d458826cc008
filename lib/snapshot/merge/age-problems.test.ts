import { expect, test } from 'vitest';
import { ageProblems } from './age-problems';
import type { ProblemCandidate } from './problem-candidate';

const graceMs = {
  'no-backends': 0,
  'nodes-disagree': 1_000,
  'missing-on-nodes': 1_000,
  'leftover-backend': 5_000,
  'quarantined-backend': 0,
  'no-active-backend': 0,
};

const candidate = (kind: ProblemCandidate['kind'], nodes: string[], subject = ''): ProblemCandidate => ({
  kind,
  subject,
  nodes,
  text: (lasting) => `on ${lasting.join(' ')}`,
});

test('without grace a candidate is a problem at once, since now', () => {
  const { problems, dueMs } = ageProblems([candidate('no-backends', ['a'])], new Map(), 7_000, graceMs);
  expect(problems).toEqual([
    { kind: 'no-backends', text: 'on a', nodes: ['a'], sinceTimestamp: new Date(7_000).toISOString() },
  ]);
  expect(dueMs).toBeNull();
});

test('with grace it waits, and says when it is due', () => {
  const first = ageProblems([candidate('nodes-disagree', ['a'])], new Map(), 0, graceMs);
  expect(first).toMatchObject({ problems: [], dueMs: 1_000 });
  const second = ageProblems([candidate('nodes-disagree', ['a'])], first.firstSeen, 1_000, graceMs);
  expect(second.problems).toMatchObject([{ nodes: ['a'], sinceTimestamp: new Date(0).toISOString() }]);
});

test('each node waits for itself: a change that wanders over the nodes is no problem', () => {
  let seen: ReadonlyMap<string, number> = new Map();
  for (let nowMs = 0; nowMs < 10_000; nowMs += 500) {
    const node = `node-${nowMs / 500}`;
    const aged = ageProblems([candidate('nodes-disagree', [node])], seen, nowMs, graceMs);
    expect(aged.problems).toEqual([]);
    seen = aged.firstSeen;
  }
});

test('only the nodes for which it lasted are named', () => {
  const first = ageProblems([candidate('missing-on-nodes', ['a'])], new Map(), 0, graceMs);
  const second = ageProblems([candidate('missing-on-nodes', ['a', 'b'])], first.firstSeen, 1_200, graceMs);
  expect(second.problems).toMatchObject([{ text: 'on a', nodes: ['a'] }]);
  expect(second.dueMs).toBe(2_200);
});

test('what went away and came again begins anew', () => {
  const first = ageProblems([candidate('leftover-backend', ['a'], 'x')], new Map(), 0, graceMs);
  const between = ageProblems([], first.firstSeen, 4_000, graceMs);
  const again = ageProblems([candidate('leftover-backend', ['a'], 'x')], between.firstSeen, 6_000, graceMs);
  expect(again).toMatchObject({ problems: [], dueMs: 11_000 });
});

test('subjects of one kind wait apart', () => {
  const first = ageProblems([candidate('leftover-backend', ['a'], 'x')], new Map(), 0, graceMs);
  const both = [candidate('leftover-backend', ['a'], 'x'), candidate('leftover-backend', ['a'], 'y')];
  expect(ageProblems(both, first.firstSeen, 5_000, graceMs).problems).toHaveLength(1);
});
