import { expect, it } from 'vitest';
import type { ConfigLayer } from '../settings/config-layers';
import { makePlan } from './make-plan';
import { planCluster } from './plan-cluster.fixture';
import { planId } from './plan-text';

const nodeConfig = (name: string, data: Record<string, string>): ConfigLayer => ({
  kind: 'node-config',
  object: `CiliumNodeConfig kube-system/${name}`,
  data,
  writtenTimestamp: null,
  keyTimestamps: {},
});

const native = { 'routing-mode': 'native' };
const xdp = { 'bpf-lb-acceleration': 'best-effort' };

it('is possible for what concerns one node alone, and names its object', () => {
  const plan = makePlan({ changes: xdp, nodes: ['node-2'] }, planCluster({ data: native }));
  expect(plan).toMatchObject({
    applicable: true,
    canary: {
      possible: true,
      reasons: [],
      object: {
        apiVersion: 'cilium.io/v2',
        name: `kpr-explorer-${plan.id}`,
        hostnames: ['node-2.example'],
      },
      replaces: [],
    },
  });
});

it('is written in the API of the version that runs there', () => {
  const of = (version: string) =>
    makePlan({ changes: { 'trace-sock': 'false' }, nodes: ['node-1'] }, planCluster({ version })).canary
      .object?.apiVersion;
  expect([of('1.13.7'), of('1.15.0'), of('1.16.0'), of('1.20.0')]).toEqual([
    'cilium.io/v2alpha1',
    'cilium.io/v2alpha1',
    'cilium.io/v2',
    'cilium.io/v2',
  ]);
});

it('is refused with a reason for each key that nodes must share, and told before nodes are chosen', () => {
  const changes = { ...xdp, 'bpf-lb-algorithm': 'maglev', 'bpf-lb-mode': 'hybrid' };
  const chosen = makePlan({ changes, nodes: ['node-1'] }, planCluster({ data: native }));
  expect(chosen.applicable).toBe(false);
  expect(chosen.canary.reasons.map(({ what }) => what)).toEqual(['bpf-lb-algorithm', 'bpf-lb-mode']);
  const forAll = makePlan({ changes, nodes: null }, planCluster({ data: native }));
  expect(forAll).toMatchObject({ applicable: true, canary: { possible: false, object: null } });
  expect(forAll.canary.reasons).toEqual(chosen.canary.reasons);
});

it('says what must be so beside it', () => {
  const changes = { 'kube-proxy-replacement': 'false' };
  const { canary } = makePlan({ changes, nodes: ['node-1'] }, planCluster());
  expect(canary).toMatchObject({ possible: true, conditions: [{ what: 'kube-proxy-replacement' }] });
});

it('is refused where another CiliumNodeConfig has the last word on a chosen node, and only there', () => {
  const late = nodeConfig('zz-theirs', { 'bpf-lb-acceleration': 'disabled' });
  const early = nodeConfig('aa-theirs', { 'bpf-lb-acceleration': 'disabled' });
  const cluster = planCluster({ data: native, ofNode: { 'node-1': [late], 'node-2': [early] } });
  const on = (node: string) => makePlan({ changes: xdp, nodes: [node] }, cluster);
  expect(on('node-1')).toMatchObject({ applicable: false });
  expect(on('node-1').canary.reasons[0]?.reason).toContain('kube-system/zz-theirs sets it on node-1');
  expect(on('node-2').applicable).toBe(true);
  expect(on('node-3').applicable).toBe(true);
});

it('is refused where another node would follow by the same hostname', () => {
  const cluster = planCluster({ data: native });
  const agents = cluster.agents.map((agent) => ({ ...agent, hostname: 'localhost' }));
  const { canary } = makePlan({ changes: xdp, nodes: ['node-1'] }, { ...cluster, agents });
  expect(canary.possible).toBe(false);
  expect(canary.reasons.map(({ reason }) => reason.slice(0, 6))).toEqual(['node-2', 'node-3']);
});

it('goes when its keys are written for every node, and stays where it says more', () => {
  const name = `kpr-explorer-${planId({ changes: xdp, nodes: ['node-1'] })}`;
  const own = nodeConfig(name, xdp);
  const forAll = { changes: xdp, nodes: null };
  const plan = makePlan(forAll, planCluster({ data: native, ofNode: { 'node-1': [own] } }));
  expect(plan.canary.replaces).toEqual([{ apiVersion: 'cilium.io/v2', name }]);
  expect(plan.rules.some(({ id }) => id === '4.6-SHADOWED')).toBe(false);
  expect(plan.diff.map(({ kind, object }) => `${kind} ${object}`)).toContain(
    `CiliumNodeConfig kube-system/${name}`,
  );
  expect(plan.commands.kubectl).toContain(`delete ciliumnodeconfig ${name}`);

  for (const other of [nodeConfig(name, { ...xdp, 'trace-sock': 'false' }), nodeConfig('theirs', xdp)]) {
    const kept = makePlan(forAll, planCluster({ data: native, ofNode: { 'node-1': [other] } }));
    expect(kept.canary.replaces).toEqual([]);
    expect(kept.diff.map(({ kind }) => kind)).not.toContain('CiliumNodeConfig');
  }
});
