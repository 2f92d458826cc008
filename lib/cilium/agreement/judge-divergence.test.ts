import { expect, test } from 'vitest';
import { judgeDivergence } from './judge-divergence';

const patience = { propagationMs: 4_000, restartMs: 30_000, terminationMs: 60_000 };
const times = { firstSeenMs: 100_000, answeredMs: 100_000, agentStartedMs: null };

test('what was just seen may be a change on its way', () => {
  expect(judgeDivergence(times, false, patience)).toEqual({
    isProblem: false,
    reason: 'propagation',
    dueMs: 104_000,
  });
});

test('an answer that still has it after that time makes it a problem; time alone does not', () => {
  expect(judgeDivergence({ ...times, answeredMs: 103_999 }, false, patience).isProblem).toBe(false);
  expect(judgeDivergence({ ...times, answeredMs: 104_000 }, false, patience)).toEqual({ isProblem: true });
});

test('a restarted agent is given its own time, however long it lasted before', () => {
  const restarted = { ...times, answeredMs: 200_000, agentStartedMs: 180_000 };
  expect(judgeDivergence(restarted, false, patience)).toEqual({
    isProblem: false,
    reason: 'agent-restarted',
    dueMs: 210_000,
  });
  expect(judgeDivergence({ ...restarted, answeredMs: 210_000 }, false, patience).isProblem).toBe(true);
});

test('a backend that takes no new connections is kept for those that are open', () => {
  expect(judgeDivergence({ ...times, answeredMs: 102_000 }, true, patience)).toMatchObject({
    reason: 'propagation',
  });
  expect(judgeDivergence({ ...times, answeredMs: 110_000 }, true, patience)).toEqual({
    isProblem: false,
    reason: 'graceful-termination',
    dueMs: 160_000,
  });
  expect(judgeDivergence({ ...times, answeredMs: 160_000 }, true, patience).isProblem).toBe(true);
});
