import { expect, test } from 'vitest';
import type { ChangePermission } from '@/lib/snapshot/rollout-view';
import { applyHindrances, foreignOwner } from './apply-hindrances';

const may: ChangePermission = { allowed: true, offByServer: false, missing: [], lockedBy: null };
const free = { applicable: true, owner: null, nodes: null };
const owned = {
  ...free,
  owner: {
    kind: 'argo-cd' as const,
    name: 'Argo CD application cilium',
    evidence: 'annotation argocd.argoproj.io/tracking-id',
    consequence: 'With self-heal it is put back at once, else at the next sync.',
    changeIn: 'the Git repository that the application reads',
    release: null,
  },
};
const all = (state: Partial<Parameters<typeof applyHindrances>[0]>) =>
  applyHindrances({ plan: free, permission: may, despiteOwner: false, way: 'patch', ...state })
    .map(({ full }) => full)
    .join(' ');

test('nothing stands in the way of a sound plan, a reader who may, and a free lock', () => {
  expect(all({})).toBe('');
});

test('each thing that is missing is named: the flag, the verb, who holds the lock', () => {
  expect(all({ permission: { ...may, allowed: false, offByServer: true } })).toContain('--allow-changes');
  const missing = [
    { verb: 'patch', resource: 'configmaps', namespace: 'kube-system', name: 'cilium-config' },
    { verb: 'create', resource: 'leases', namespace: 'kube-system', name: null },
  ];
  const said = all({ permission: { ...may, allowed: false, missing } });
  expect(said).toContain('You may not patch configmaps cilium-config in namespace kube-system.');
  expect(said).toContain('You may not create leases in namespace kube-system.');
  expect(all({ permission: { ...may, allowed: false, lockedBy: 'ana at dashboard-2' } })).toContain(
    'held by ana at dashboard-2',
  );
});

test('what is not known, and a no without a reason, block as well', () => {
  expect(all({ permission: null })).not.toBe('');
  expect(all({ permission: { ...may, allowed: false } })).not.toBe('');
  expect(all({ plan: { ...free, applicable: false } })).not.toBe('');
});

test('an owner who will revert it wants the explicit word, a CiliumNodeConfig of ours does not', () => {
  expect(all({ plan: owned })).toContain('owns the ConfigMap');
  expect(all({ plan: owned, despiteOwner: true })).toBe('');
  expect(all({ plan: owned, way: 'helm' })).toBe('');
  expect(foreignOwner({ ...owned, nodes: ['node-a'] })).toBeNull();
});
