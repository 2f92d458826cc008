import { afterEach, describe, expect, it } from 'vitest';
import {
  begin,
  cleanUp,
  configOf,
  ended,
  openDesk,
  requestFor,
  startDeskCluster,
  until,
} from './change-desk.fixture';

afterEach(cleanUp);

const limitMs = 120_000;

/** Slow enough that what is asked between two nodes comes between them. */
const slow = 1;

describe('a rollout', () => {
  it(
    'pauses between nodes and goes on',
    async () => {
      const at = await startDeskCluster(slow);
      at.cluster.api.patch('DaemonSet', 'cilium', 'kube-system', {
        spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } } },
      });
      const desk = await openDesk(at);
      const { id } = await begin(desk, requestFor(at, { 'bpf-lb-mode': 'dsr' }));
      await until('the first agent restarts', () =>
        desk.get(id)?.nodes.some(({ state }) => state === 'restarting' || state === 'ready'),
      );
      await desk.act(id, 'pause', { fromAddress: null });
      const paused = await until('one is verified and one waits', () => {
        const view = desk.get(id);
        const states = view?.nodes.map(({ state }) => state).sort();
        return states?.join() === 'verified,waiting' ? view : null;
      });
      expect(paused.paused).toBe(true);
      const strategy = () => at.cluster.api.get('DaemonSet', 'cilium', 'kube-system')?.spec?.updateStrategy;
      expect(strategy()?.type).toBe('OnDelete');
      await desk.act(id, 'resume', { fromAddress: null });
      expect((await ended(desk, id)).phase).toBe('done');
      expect(strategy()).toMatchObject({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } });
    },
    limitMs,
  );

  it(
    'aborted on the way restarts no further agent, and can be rolled back',
    async () => {
      const at = await startDeskCluster(slow);
      const before = configOf(at);
      const onlyOne = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } };
      at.cluster.api.patch('DaemonSet', 'cilium', 'kube-system', { spec: { updateStrategy: onlyOne } });
      const desk = await openDesk(at);
      const { id, nodes } = await begin(desk, requestFor(at, { 'bpf-lb-mode': 'dsr' }));
      const pods = new Set(nodes.map(({ pod }) => pod));
      await until('the first agent restarts', () =>
        desk.get(id)?.nodes.some(({ state }) => state === 'restarting' || state === 'ready'),
      );
      await desk.act(id, 'abort', { fromAddress: null });
      const aborted = await ended(desk, id);
      expect(aborted).toMatchObject({ phase: 'aborted', actions: ['rollback'] });
      expect(aborted.nodes.filter(({ pod }) => pods.has(pod)).length).toBeGreaterThan(0);
      await desk.act(id, 'rollback', { fromAddress: null });
      const back = await ended(desk, id);
      expect(back).toMatchObject({ phase: 'rolled-back', problem: null, verifiedTimestamp: null });
      expect(configOf(at)).toEqual(before);
      expect(at.cluster.api.get('DaemonSet', 'cilium', 'kube-system')?.spec?.updateStrategy).toMatchObject(
        onlyOne,
      );
    },
    limitMs,
  );

  it(
    'deletes agents one by one where the strategy is OnDelete',
    async () => {
      const at = await startDeskCluster();
      at.cluster.api.patch('DaemonSet', 'cilium', 'kube-system', {
        spec: { updateStrategy: { type: 'OnDelete', rollingUpdate: null } },
      });
      const desk = await openDesk(at);
      const { id } = await begin(desk, requestFor(at, { 'bpf-lb-mode': 'dsr' }));
      const done = await ended(desk, id);
      expect(done.phase).toBe('done');
      const what = done.steps.map((step) => step.what.replace(/Pod \S+/, 'Pod'));
      const deleted = what.flatMap((text, index) => (text === 'Pod deleted' ? [index] : []));
      expect(deleted.length).toBe(2);
      // The first is verified before the second goes.
      expect(what.slice(deleted[0], deleted[1])).toContain('Agent reports the new values');
    },
    limitMs,
  );
});
