import { expect, it } from 'vitest';
import { doneFixture, rolledBackFixture } from '@/components/rollout/rollout.fixture';
import { judgeRollout } from '@/lib/learn/lesson/judge-cluster';
import type { RolloutView } from '@/lib/snapshot/rollout-view';
import { liveClusterOf } from './live-cluster-of';

const dsr = { key: 'bpf-lb-mode', to: 'dsr' };
const judged = (view: RolloutView) =>
  judgeRollout(liveClusterOf([], [], undefined, { items: [view] }), dsr, null);

it('counts a rollout that was rolled back only where every node had it before', () => {
  const back: RolloutView = { ...rolledBackFixture(), problem: null };
  expect(judged(back).is).toBe('open');
  const { verifiedTimestamp } = doneFixture();
  expect(verifiedTimestamp).not.toBeNull();
  expect(judged({ ...back, verifiedTimestamp }).is).toBe('met');
  expect(judged(doneFixture()).is).toBe('met');
});
