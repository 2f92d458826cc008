import { describe, expect, it } from 'vitest';
import { makePlan } from './make-plan';
import { planCluster } from './plan-cluster.fixture';

describe('a plan for chosen nodes', () => {
  const changes = { 'bpf-lb-acceleration': 'native' };
  const plan = makePlan({ changes, nodes: ['node-2'] }, planCluster());

  it('is a CiliumNodeConfig for these alone', () => {
    expect(plan.diff.map(({ kind }) => kind)).toEqual(['CiliumNodeConfig']);
    expect(plan.commands.nodeConfig?.split('\n')).toEqual([
      'apiVersion: cilium.io/v2',
      'kind: CiliumNodeConfig',
      'metadata:',
      `  name: kpr-explorer-${plan.id}`,
      '  namespace: "kube-system"',
      'spec:',
      '  nodeSelector:',
      '    matchExpressions:',
      '      - key: kubernetes.io/hostname',
      '        operator: In',
      '        values:',
      '          - "node-2.example"',
      '  defaults:',
      '    bpf-lb-acceleration: "native"',
    ]);
    expect(plan.blastRadius.nodes).toEqual(['node-2']);
    expect(plan.rules.every(({ nodes }) => nodes.join() === 'node-2')).toBe(true);
    expect(plan.commands.undo).toContain('delete ciliumnodeconfig');
  });

  it('warns where nodes must agree', () => {
    const algorithm = makePlan(
      { changes: { 'bpf-lb-algorithm': 'maglev' }, nodes: ['node-2'] },
      planCluster(),
    );
    expect(algorithm.rules.find(({ id }) => id === '4.6-CANARY')).toMatchObject({ verdict: 'warn' });
    expect(plan.rules.find(({ id }) => id === '4.6-CANARY')?.verdict).toBe('pass');
  });

  it('is refused for a node that is not there, and before 1.13', () => {
    const gone = makePlan({ changes, nodes: ['node-9'] }, planCluster());
    expect(gone).toMatchObject({ applicable: false, refused: [{ what: 'node-9' }] });
    const old = makePlan(
      { changes, nodes: ['node-1'] },
      planCluster({ version: '1.12.14', data: { tunnel: 'disabled' } }),
    );
    expect(old.refused.map(({ what }) => what)).toEqual(['nodes']);
  });
});
