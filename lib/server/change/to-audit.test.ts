import { expect, it } from 'vitest';
import type { JournalEntry, RolloutStart } from './rollout-journal';
import { toAudit } from './to-rollout-view';

const timestamp = '2026-01-31T08:14:02.000Z';
const rolloutId = '4f0c21aa';
const rollout: RolloutStart = {
  ...{ id: rolloutId, planId: '9f2c11aa', by: 'eve', fromAddress: '192.0.2.7', rollsBackOnFailure: true },
  ...{ namespace: 'kube-system', configMap: 'cilium-config', daemonSet: 'cilium' },
  changes: [{ key: 'bpf-lb-mode', from: null, to: 'dsr' }],
  ...{ podsBefore: { 'node-a': 'cilium-1' }, strategyBefore: {}, restartedBefore: null, problemsBefore: 0 },
};
const step = (number: number, what: string, node: string | null): JournalEntry => ({
  ...{ timestamp, kind: 'step', rolloutId, number, key: String(number), what, node, data: {} },
});
const problem = {
  code: 'command-failed' as const,
  title: 'The agent on node-a failed',
  detail: 'It died.',
  hint: '',
};

const journal: JournalEntry[] = [
  { timestamp, kind: 'begun', rollout },
  step(1, 'ConfigMap written', null),
  { timestamp, kind: 'resumed', rolloutId },
  { timestamp, kind: 'step-end', rolloutId, number: 1, outcome: 'ok', detail: null },
  { timestamp, kind: 'resumed', rolloutId },
  { timestamp, kind: 'phase', rolloutId, phase: 'restarting', problem: null },
  {
    timestamp,
    kind: 'agent-failed',
    rolloutId,
    node: 'node-a',
    pod: 'p',
    line: 'fatal',
    ruleId: null,
    log: [],
  },
  { timestamp, kind: 'phase', rolloutId, phase: 'rolling-back', problem },
  step(2, 'Pod p deleted', 'node-a'),
  { timestamp, kind: 'step-end', rolloutId, number: 2, outcome: 'failed', detail: 'forbidden' },
  { timestamp, kind: 'asked', rolloutId, action: 'rollback', by: 'ana', fromAddress: null },
  { timestamp, kind: 'ended', rolloutId, phase: 'rolled-back', nodes: [], problemsAfter: 0, problem },
  { timestamp, kind: 'refused', rolloutId, by: 'bob', fromAddress: null, what: 'abort', detail: 'over' },
  {
    ...{ timestamp, kind: 'refused', rolloutId: null, planId: 'ffff' },
    ...{ by: 'bob', fromAddress: null, what: 'rollout', detail: 'off' },
  },
];

it('tells who did what by which plan, where a server ended and another went on, and why it went back', () => {
  const lines = toAudit(journal).map(({ by, planId, what, outcome, detail }) =>
    [by, planId, what, outcome, detail ?? ''].join(' | '),
  );
  expect(lines).toEqual([
    'eve | 9f2c11aa | rollout begun | ok | bpf-lb-mode: not set → dsr',
    'eve | 9f2c11aa | resumed after the server had ended | ok | It was in: ConfigMap written.',
    'eve | 9f2c11aa | ConfigMap written | ok | ',
    'eve | 9f2c11aa | resumed after the server had ended | ok | It was between two steps.',
    'eve | 9f2c11aa | agent failed (node-a) | failed | fatal',
    'eve | 9f2c11aa | going back by itself | ok | The agent on node-a failed. It died.',
    'eve | 9f2c11aa | Pod p deleted (node-a) | failed | forbidden',
    'ana | 9f2c11aa | rollback asked for | ok | ',
    'ana | 9f2c11aa | rollout ended: rolled-back | ok | It died.',
    'bob | 9f2c11aa | abort | refused | over',
    'bob | ffff | rollout | refused | off',
  ]);
});

it('only grows: what is told of the beginning of a journal is told of all of it', () => {
  const whole = toAudit(journal);
  for (let length = 0; length <= journal.length; length += 1) {
    const part = toAudit(journal.slice(0, length));
    expect(whole.slice(0, part.length)).toEqual(part);
  }
});
