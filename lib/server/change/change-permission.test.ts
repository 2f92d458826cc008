import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '@/lib/server/kube/open-connection';
import { begin, cleanUp, ended, openDesk, requestFor, startDeskCluster } from './change-desk.fixture';
import type { DeskCluster } from './change-desk.fixture';

const limitMs = 120_000;

/** Every verb of a change, as the README tells it. */
const verbs = [
  ['get', 'configmaps', 'get configmaps cilium-config in kube-system'],
  ['patch', 'configmaps', 'patch configmaps cilium-config in kube-system'],
  ['get', 'daemonsets', 'get daemonsets.apps cilium in kube-system'],
  ['patch', 'daemonsets', 'patch daemonsets.apps cilium in kube-system'],
  ['get', 'pods', 'get pods in kube-system'],
  ['delete', 'pods', 'delete pods in kube-system'],
  ['get', 'pods/log', 'get pods/log in kube-system'],
  ['create', 'leases', 'create leases.coordination.k8s.io in kube-system'],
  ['get', 'leases', 'get leases.coordination.k8s.io kpr-explorer-rollout in kube-system'],
  ['patch', 'leases', 'patch leases.coordination.k8s.io kpr-explorer-rollout in kube-system'],
] as const;

let at: DeskCluster;
let doneId: string;
beforeEach(async () => {
  at = await startDeskCluster();
  const desk = await openDesk(at);
  const { id } = await begin(desk, requestFor(at, { 'bpf-lb-mode': 'dsr' }));
  expect((await ended(desk, id)).phase).toBe('done');
  doneId = id;
  await desk.stop();
}, limitMs);
afterEach(cleanUp);

/** Everything that a change writes, byte for byte. */
function written(): string {
  const { api } = at.cluster;
  const kinds = ['ConfigMap', 'DaemonSet', 'Lease', 'Pod'] as const;
  return JSON.stringify(kinds.map((kind) => api.list(kind)));
}

/** A desk of an operator who lacks one verb. */
function deskWithout(verb: string, resource: string) {
  const { kubeconfig, scenario } = at.cluster;
  const asGroups = ['training:operators', `training:without:${verb}:${resource}`];
  return openDesk(at, {
    connection: openConnection({ kind: 'training', kubeconfig, scenario, as: 'eve', asGroups }),
  });
}

describe('a user who lacks one verb', () => {
  it(
    'is told which, may begin nothing and take nothing back, and leaves no trace in the cluster',
    async () => {
      const before = written();
      for (const [verb, resource, words] of verbs) {
        const desk = await deskWithout(verb, resource);
        const permission = await desk.permission();
        if ('refusal' in permission) throw new Error(permission.refusal.detail);
        expect(permission, words).toMatchObject({ allowed: false, missing: [{ verb }] });
        const asker = { fromAddress: null };
        const refusal = { code: 'forbidden', detail: `Our user may not: ${words}.` };
        const begun = await desk.begin(requestFor(at, { 'bpf-lb-mode': 'hybrid' }), asker);
        expect(begun, words).toMatchObject({ refusal });
        expect(await desk.act(doneId, 'rollback', asker), words).toMatchObject({ refusal });
        expect(written(), words).toBe(before);
        expect((await desk.audit()).slice(-2)).toMatchObject([
          { by: 'eve', outcome: 'refused', rolloutId: null, planId: expect.any(String) },
          { by: 'eve', outcome: 'refused', rolloutId: doneId, detail: refusal.detail },
        ]);
        await desk.stop();
      }
    },
    limitMs,
  );

  it(
    'is no other than one who has all of them, who may',
    async () => {
      const desk = await deskWithout('patch', 'secrets');
      expect(await desk.permission()).toMatchObject({ allowed: true, missing: [] });
      const outcome = await desk.act(doneId, 'rollback', { fromAddress: null });
      expect(outcome).toMatchObject({ view: { phase: 'rolling-back' } });
      expect((await ended(desk, doneId)).phase).toBe('rolled-back');
    },
    limitMs,
  );
});
