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
  until,
} from './change-desk.fixture';
import { openFileJournal } from './file-journal';

afterEach(cleanUp);

const limitMs = 120_000;
/** Slow enough that what is asked between two nodes comes between them. */
const slow = 1;

describe('a rollout', () => {
  it(
    'from SNAT to DSR is done when every agent says so, and its rollback gives the exact former ConfigMap',
    async () => {
      const at = await startDeskCluster();
      const before = configOf(at);
      const desk = await openDesk(at);
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
    'with a value that agents die of is caught, explained by its rule, rolled back and verified',
    async () => {
      const at = await startDeskCluster();
      const before = configOf(at);
      const desk = await openDesk(at, { unchecked: true });
      const { id } = await begin(desk, requestFor(at, { 'bpf-lb-mode': 'dsrr' }));
      const back = await ended(desk, id);
      expect(back.phase).toBe('rolled-back');
      const failed = back.nodes.find(({ failure }) => failure !== null);
      expect(failed?.failure?.line).toContain('level=fatal');
      const [fatal] = at.collector.plan({ changes: { 'bpf-lb-mode': 'dsrr' }, nodes: null }).rules;
      expect(fatal?.verdict).toBe('fatal');
      expect(failed?.failure?.ruleId).toBe(fatal?.id);
      expect(failed?.log.length).toBeGreaterThan(0);
      expect(back.problem?.detail).toContain('level=fatal');
      expect(back.nodes.every(({ state }) => state === 'reverted')).toBe(true);
      expect(configOf(at)).toEqual(before);
      for (const { node } of back.nodes) {
        const raw = await at.collector.raw(node, 'status', AbortSignal.timeout(10_000));
        expect(raw?.stdout).toMatch(/Mode:\s+SNAT/);
      }
    },
    limitMs,
  );

  it(
    'is refused with its rules where the pre-flight refuses it, and nothing is written',
    async () => {
      const at = await startDeskCluster();
      const desk = await openDesk(at);
      const request = requestFor(at, { 'bpf-lb-mode': 'dsrr' });
      const outcome = await desk.begin(request, { fromAddress: null });
      expect(outcome).toMatchObject({ refusal: { code: 'not-applicable', rules: [{ verdict: 'fatal' }] } });
      const other = await desk.begin({ ...request, planId: 'other' }, { fromAddress: null });
      expect(other).toMatchObject({ refusal: { code: 'conflict' } });
      expect(configWrites(at)).toBe(0);
      expect((await desk.audit()).map(({ outcome: said }) => said)).toEqual(['refused', 'refused']);
    },
    limitMs,
  );

  it(
    'names the verbs its user has not, and who holds the lock',
    async () => {
      const at = await startDeskCluster();
      const viewer = await openDesk(at, { user: 'viewer' });
      const permission = await viewer.permission();
      if ('refusal' in permission) throw new Error(permission.refusal.detail);
      expect(permission.allowed).toBe(false);
      expect(permission.missing).toContainEqual({
        verb: 'patch',
        resource: 'configmaps',
        namespace: 'kube-system',
        name: 'cilium-config',
      });
      const request = requestFor(at, { 'bpf-lb-mode': 'dsr' });
      const refused = await viewer.begin(request, { fromAddress: null });
      expect(refused).toMatchObject({
        refusal: { code: 'forbidden', detail: expect.stringContaining('delete pods') },
      });

      at.cluster.api.create({
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: { name: 'kpr-explorer-rollout', namespace: 'kube-system' },
        spec: {
          holderIdentity: 'somebody-else',
          leaseDurationSeconds: 30,
          renewTime: new Date().toISOString(),
        },
      });
      const desk = await openDesk(at);
      const locked = await desk.begin(request, { fromAddress: null });
      expect(locked).toMatchObject({
        refusal: { code: 'conflict', detail: expect.stringContaining('somebody-else') },
      });
      expect(await desk.permission()).toMatchObject({
        allowed: false,
        missing: [],
        lockedBy: 'somebody-else',
      });
      const off = await openDesk(at, { allowed: false });
      expect(await off.permission()).toMatchObject({ allowed: false, offByServer: true });
      expect(await off.begin(request, { fromAddress: null })).toMatchObject({
        refusal: { code: 'forbidden' },
      });
      expect(configWrites(at)).toBe(0);
    },
    limitMs,
  );

  it(
    'stops where somebody else writes the ConfigMap meanwhile, tells both values and overwrites nothing',
    async () => {
      const at = await startDeskCluster();
      const journal = await openFileJournal(at.directory);
      const desk = await openDesk(at, {
        journal: {
          ...journal,
          async append(entry) {
            await journal.append(entry);
            if (entry.kind !== 'step' || entry.key !== 'write') return;
            at.cluster.api.patch('ConfigMap', 'cilium-config', 'kube-system', {
              data: { 'bpf-lb-mode': 'hybrid' },
            });
          },
        },
      });
      const { id } = await begin(desk, requestFor(at, { 'bpf-lb-mode': 'dsr' }));
      const failed = await ended(desk, id);
      expect(failed.phase).toBe('failed');
      expect(failed.problem?.detail).toMatch(/bpf-lb-mode: expected (nothing|"snat"), found "hybrid"/);
      expect(failed.nodes.every(({ state }) => state === 'waiting')).toBe(true);
      expect(configOf(at)['bpf-lb-mode']).toBe('hybrid');
      expect(configWrites(at)).toBe(0);
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
