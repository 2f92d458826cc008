import { describe, expect, it } from 'vitest';
import { NodeBoard } from './node-board';
import { newRecord, takeEntry } from './rollout-record';

const startedTimestamp = '2026-01-31T08:00:00.000Z';
const source = { agent: () => null, watchNode: () => {} };

function begun() {
  return newRecord(
    {
      ...{ id: '4f0c21aa', planId: '9f2c11aa', by: 'eve', fromAddress: null, rollsBackOnFailure: true },
      ...{ namespace: 'kube-system', configMap: 'cilium-config', daemonSet: 'cilium' },
      changes: [{ key: 'bpf-lb-algorithm', from: 'random', to: 'maglev' }],
      podsBefore: { 'node-a': 'cilium-1' },
      ...{ strategyBefore: {}, restartedBefore: null, problemsBefore: 0 },
    },
    startedTimestamp,
  );
}

describe('the way of a node', () => {
  it('begins with its rollout, however late the node is looked at first', () => {
    const board = new NodeBoard(begun(), source);
    board.set('node-a', 'restarting', null);
    expect(board.views()[0]?.history).toMatchObject([
      { state: 'waiting', sinceTimestamp: startedTimestamp, back: false },
      { state: 'restarting', back: false },
    ]);
  });

  it('is not made up where another process goes on with the rollout', () => {
    const record = begun();
    const about = { rolloutId: record.id, number: 1, node: null, data: {} };
    takeEntry(record, {
      kind: 'step',
      timestamp: startedTimestamp,
      key: 'restart',
      what: 'restart',
      ...about,
    });
    const board = new NodeBoard(record, source);
    expect(board.views()[0]?.history).toEqual([]);
    board.set('node-a', 'ready', null);
    expect(board.views()[0]?.history.map(({ state }) => state)).toEqual(['ready']);
  });
});
