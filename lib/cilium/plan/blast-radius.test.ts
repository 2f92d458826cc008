import { describe, expect, it } from 'vitest';
import { onAll } from './judged-plan.fixture';
import { makePlan } from './make-plan';
import { planCluster } from './plan-cluster.fixture';

describe('the pace', () => {
  it.each([
    ['2', 2, 3],
    ['25%', 2, 3],
    ['100%', 5, 1],
    [null, 1, 5],
  ])('with maxUnavailable %s is %i at a time', (maxUnavailable, atATime, rounds) => {
    const cluster = planCluster({ nodes: 5 });
    const daemonSet = { name: 'cilium', strategy: 'RollingUpdate', maxUnavailable };
    const { rollout } = makePlan(onAll({ 'bpf-lb-algorithm': 'maglev' }), {
      ...cluster,
      daemonSet,
    }).blastRadius;
    expect(rollout).toMatchObject({ atATime, rounds, secondsAnAgent: 25, aboutSeconds: rounds * 25 });
  });

  it('is nobody’s but the operator’s with OnDelete', () => {
    const daemonSet = { name: 'cilium', strategy: 'OnDelete', maxUnavailable: null };
    const plan = makePlan(onAll({ 'bpf-lb-algorithm': 'maglev' }), { ...planCluster(), daemonSet });
    expect(plan.blastRadius.rollout).toMatchObject({ atATime: null, rounds: null, aboutSeconds: null });
  });
});
