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
import { openFileJournal } from './file-journal';

afterEach(cleanUp);

const limitMs = 120_000;

describe('a rollout', () => {
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
});
