import { describe, expect, it } from 'vitest';
import type { RolloutPhase } from '@/lib/snapshot/rollout-view';
import type { JournalEntry, RolloutStart } from './rollout-journal';
import { rolloutsOf } from './rollout-record';
import { toRolloutItem } from './to-rollout-view';

const rolloutId = '4f0c21aa';
const at = (second: number) => new Date(Date.UTC(2026, 0, 31, 8, 0, second)).toISOString();
const rollout: RolloutStart = {
  ...{ id: rolloutId, planId: '9f2c11aa', by: 'eve', fromAddress: null, rollsBackOnFailure: true },
  ...{ namespace: 'kube-system', configMap: 'cilium-config', daemonSet: 'cilium' },
  changes: [{ key: 'bpf-lb-algorithm', from: 'random', to: 'maglev' }],
  podsBefore: { 'node-a': 'cilium-1', 'node-b': 'cilium-2' },
  ...{ strategyBefore: {}, restartedBefore: null, problemsBefore: 0 },
};
const begun: JournalEntry = { timestamp: at(0), kind: 'begun', rollout };

function step(number: number, key: string): JournalEntry[] {
  const node = key.split(':')[1] ?? null;
  return [
    { timestamp: at(number), kind: 'step', rolloutId, number, key, what: key, node, data: {} },
    { timestamp: at(number), kind: 'step-end', rolloutId, number, outcome: 'ok', detail: null },
  ];
}
const ended = (second: number, phase: RolloutPhase): JournalEntry => ({
  ...{ timestamp: at(second), kind: 'ended', rolloutId, phase },
  ...{ nodes: [], problemsAfter: 0, problem: null },
});
const goesBack: JournalEntry[] = [
  { timestamp: at(20), kind: 'asked', rolloutId, action: 'rollback', by: 'eve', fromAddress: null },
  { timestamp: at(20), kind: 'phase', rolloutId, phase: 'rolling-back', problem: null },
  ...step(21, 'write-back:1'),
  ended(30, 'rolled-back'),
];
const forward = [...step(1, 'write'), ...step(2, 'restart')];

function verifiedOf(...entries: JournalEntry[]): string | null | undefined {
  const record = rolloutsOf([begun, ...entries]).get(rolloutId);
  return record === undefined ? undefined : toRolloutItem(record).verifiedTimestamp;
}

describe('when every node had the new values, as the journal tells', () => {
  it('is never, where it was taken back on the way', () => {
    expect(verifiedOf(ended(1, 'rolled-back'))).toBeNull();
    expect(verifiedOf(...forward, ...goesBack)).toBeNull();
    expect(verifiedOf(...forward, ...step(3, 'verify:node-a'), ...goesBack)).toBeNull();
  });

  it('is kept through a rollback', () => {
    const verified = [...forward, ...step(3, 'verify:node-a'), ...step(4, 'verify:node-b')];
    expect(verifiedOf(...verified, ...goesBack)).toBe(at(4));
    expect(verifiedOf(...verified, ended(9, 'done'), ...goesBack)).toBe(at(4));
  });

  it('is the end, where a node went away and was asked nothing', () => {
    const verified = [...forward, ...step(3, 'verify:node-a')];
    expect(verifiedOf(...verified)).toBeNull();
    expect(verifiedOf(...verified, ended(9, 'done'), ...goesBack)).toBe(at(9));
  });
});
