import { describe, expect, it } from 'vitest';
import { ids, onAll } from './judged-plan.fixture';
import { makePlan } from './make-plan';
import { planCluster, vxlan } from './plan-cluster.fixture';

describe('snat to dsr over a VXLAN tunnel', () => {
  const plan = makePlan(onAll({ 'bpf-lb-mode': 'dsr' }), planCluster());

  it('is fatal with the words the agent would die with, and cannot be applied', () => {
    expect(plan.applicable).toBe(false);
    expect(plan.rules[0]).toMatchObject({
      id: 'B3',
      verdict: 'fatal',
      message: 'Node Port "dsr" mode cannot be used with vxlan tunneling.',
      logged:
        'failed to start: daemon creation failed: unable to initialize kube-proxy replacement options: Node Port "dsr" mode cannot be used with vxlan tunneling.',
      nodes: ['node-1', 'node-2', 'node-3'],
      hiddenBehind: null,
    });
  });

  it('says of the second fatal rule that it shows once the first is solved', () => {
    expect(plan.rules[1]).toMatchObject({ id: 'B6', verdict: 'fatal', hiddenBehind: 'B3' });
    expect(ids(plan, 'fatal')).toEqual(['B3', 'B6']);
  });

  it('tells what breaks until all agents are done', () => {
    const [effect] = plan.blastRadius.connections;
    expect(effect).toMatchObject({ keys: ['bpf-lb-mode'], basis: 'code' });
    expect(plan.blastRadius.byHand.map(({ title }) => title)).toContain(
      'See that nobody filters replies by their source address',
    );
  });
});

describe('what is no change', () => {
  it('is a plan that changes nothing and cannot be applied', () => {
    const plan = makePlan(onAll({ 'bpf-lb-acceleration': 'disabled' }), planCluster());
    expect(plan).toMatchObject({
      applicable: false,
      changes: [],
      unchanged: ['bpf-lb-acceleration'],
      diff: [],
    });
    expect(plan.blastRadius.nodes).toEqual([]);
  });

  it('writes a default that was not written, and says that no agent runs otherwise', () => {
    const plan = makePlan(onAll({ 'bpf-lb-mode': 'snat' }), planCluster());
    expect(plan.changes).toMatchObject([
      { key: 'bpf-lb-mode', now: [{ value: 'snat', isSet: false }], nodes: [] },
    ]);
  });
});

describe('a key that the version does not have', () => {
  it('is refused with the versions that have it', () => {
    const plan = makePlan(onAll({ 'bpf-lb-mode-annotation': 'true' }), planCluster({ version: '1.16.7' }));
    expect(plan.applicable).toBe(false);
    expect(plan.changes).toEqual([]);
    expect(plan.refused).toEqual([
      {
        what: 'bpf-lb-mode-annotation',
        reason: 'Cilium 1.16.7 has no such flag (1.17 and later): agents would ignore it without a word.',
      },
    ]);
  });

  it('is refused where no version has it', () => {
    const [refused] = makePlan(onAll({ 'bpf-lb-mood': 'dsr' }), planCluster()).refused;
    expect(refused?.reason).toContain('no other version known here');
  });
});

it('warns of a CiliumNodeConfig that stands over what the plan writes', () => {
  const own = {
    kind: 'node-config' as const,
    object: 'CiliumNodeConfig kube-system/old',
    data: { 'bpf-lb-acceleration': 'disabled' },
    writtenTimestamp: null,
    keyTimestamps: {},
  };
  const plan = makePlan(
    onAll({ 'bpf-lb-acceleration': 'best-effort' }),
    planCluster({ ofNode: { 'node-3': [own] } }),
  );
  expect(plan.rules.find(({ id }) => id === '4.6-SHADOWED')).toMatchObject({
    verdict: 'warn',
    nodes: ['node-3'],
  });
  expect(plan.changes[0]?.nodes).toEqual(['node-1', 'node-2']);
});

it('tells what was written earlier and takes effect by the same restart', () => {
  const cluster = planCluster();
  const startedWith = { ...vxlan, 'bpf-lb-map-max': '1024' };
  const plan = makePlan(onAll({ 'bpf-lb-algorithm': 'maglev' }), {
    ...cluster,
    agents: cluster.agents.map((agent) => ({ ...agent, startedWith })),
  });
  expect(plan.blastRadius.comesAlong).toEqual([
    { key: 'bpf-lb-map-max', from: '1024', to: '65536', nodes: ['node-1', 'node-2', 'node-3'] },
  ]);
});
