import { describe, expect, it } from 'vitest';
import { onAll } from './judged-plan.fixture';
import { makePlan } from './make-plan';
import { planCluster } from './plan-cluster.fixture';

describe('the commands', () => {
  const { commands } = makePlan(
    onAll({ 'bpf-lb-algorithm': 'maglev', 'bpf-lb-maglev-table-size': '65521', 'bpf-lb-acceleration': null }),
    planCluster(),
  );

  it('patch, and bring back what was there', () => {
    expect(commands.kubectl).toContain(
      `'{"data":{"bpf-lb-algorithm":"maglev","bpf-lb-maglev-table-size":"65521","bpf-lb-acceleration":null}}'`,
    );
    expect(commands.undo).toContain(
      `'{"data":{"bpf-lb-algorithm":null,"bpf-lb-maglev-table-size":null,"bpf-lb-acceleration":"disabled"}}'`,
    );
  });

  it('are values for Helm as well, at the version of the chart that is there', () => {
    expect(commands.helmValues).toBe(
      'loadBalancer:\n  algorithm: "maglev"\n  acceleration: null\nmaglev:\n  tableSize: 65521',
    );
    expect(commands.helmUpgrade).toContain('--version 1.17.10');
  });

  it('quote what a shell would read', () => {
    const hostile = makePlan(onAll({ 'node-port-range': `1,2'; rm -rf /` }), planCluster());
    expect(hostile.commands.kubectl).toContain(String.raw`'\''; rm -rf /`);
  });
});
