import { afterEach, describe, expect, it } from 'vitest';
import {
  begin,
  cleanUp,
  configOf,
  configWrites,
  ended,
  openDesk,
  requestFor,
  startDeskCluster,
} from './change-desk.fixture';
import { seenRestarts } from './seen-restarts.fixture';

afterEach(cleanUp);

const limitMs = 120_000;

describe('a rollout', () => {
  it(
    'from SNAT to DSR is done when every agent says so, and its rollback gives the exact former ConfigMap',
    async () => {
      const restarts = seenRestarts();
      const at = await startDeskCluster(undefined, undefined, restarts.isHeld);
      const before = configOf(at);
      const desk = await openDesk(at);
      restarts.watch({ at, desk });
      const { id } = await begin(desk, requestFor(at, { 'bpf-lb-mode': 'dsr' }));
      const done = await ended(desk, id);
      expect(done).toMatchObject({
        phase: 'done',
        problem: null,
        by: expect.any(String),
        fromAddress: '127.0.0.1',
      });
      expect(done.nodes.length).toBe(2);
      for (const node of done.nodes) {
        expect(node).toMatchObject({ state: 'verified', realised: [{ key: 'bpf-lb-mode', value: 'dsr' }] });
        const raw = await at.collector.raw(node.node, 'status', AbortSignal.timeout(10_000));
        expect(raw?.stdout).toMatch(/Mode:\s+DSR/);
        const way = node.history.map(({ state }) => state);
        expect([way[0], way.at(-1)]).toEqual(['waiting', 'verified']);
        expect(way).toContain('restarting');
      }
      expect(configOf(at)).toEqual({ ...before, 'bpf-lb-mode': 'dsr' });
      expect(configWrites(at)).toBe(1);
      expect(done.problems.after).toBe(0);
      expect(done.actions).toEqual(['rollback']);
      expect(Date.parse(done.verifiedTimestamp ?? '')).toBeLessThanOrEqual(
        Date.parse(done.endedTimestamp ?? ''),
      );

      await desk.act(id, 'rollback', { fromAddress: null });
      const back = await ended(desk, id);
      expect(back.phase).toBe('rolled-back');
      expect(back.verifiedTimestamp).toBe(done.verifiedTimestamp);
      expect(back.nodes.map(({ state }) => state)).toEqual(['reverted', 'reverted']);
      for (const [index, { history }] of back.nodes.entries()) {
        // What was seen on the way there is kept.
        expect(history.filter((move) => !move.back)).toEqual(done.nodes[index]?.history);
        expect(history.at(-1)).toMatchObject({ state: 'reverted', back: true });
      }
      expect(configOf(at)).toEqual(before);
      const audit = await desk.audit();
      expect(audit.map(({ what }) => what)).toContain('rollback asked for');
      expect(audit.map(({ number }) => number)).toEqual(audit.map((_line, index) => index + 1));
    },
    limitMs,
  );

  it(
    'from random to Maglev ends with the table size in the raw output',
    async () => {
      const at = await startDeskCluster();
      const desk = await openDesk(at);
      const { id } = await begin(desk, requestFor(at, { 'bpf-lb-algorithm': 'maglev' }));
      const done = await ended(desk, id);
      expect(done.phase).toBe('done');
      for (const { node } of done.nodes) {
        const raw = await at.collector.raw(node, 'status', AbortSignal.timeout(10_000));
        expect(raw?.stdout).toMatch(/Backend Selection:\s+Maglev \(Table Size: 16381\)/);
      }
    },
    limitMs,
  );

  it(
    'is told to everybody who listens, from its first step to its end, and a second one waits for it',
    async () => {
      const at = await startDeskCluster();
      const desk = await openDesk(at);
      const phases: string[] = [];
      at.collector.subscribe(null, (event) => {
        if (event.event === 'rollout') phases.push(event.rollout.phase);
      });
      const request = requestFor(at, { 'bpf-lb-mode': 'dsr' });
      const [first, second] = await Promise.all([1, 2].map(() => desk.begin(request, { fromAddress: null })));
      if (first === undefined || 'refusal' in first) throw new Error(JSON.stringify(first));
      expect(second).toMatchObject({ refusal: { code: 'conflict' } });
      await ended(desk, first.view.id);
      expect([...new Set(phases)]).toEqual(['writing', 'restarting', 'verifying', 'done']);
    },
    limitMs,
  );
});
