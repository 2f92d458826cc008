import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { RolloutView } from '@/lib/snapshot/rollout-view';
import { CanaryNext } from './canary-next';
import { doneFixture } from './rollout.fixture';

const canary = { object: 'kube-system/kpr-explorer-9f2c11aa', inForce: true, absorbedBy: null };

const doneOn = (nodes: string[], over: Partial<RolloutView> = {}): RolloutView => ({
  ...doneFixture(),
  chosenNodes: nodes,
  canary,
  ...over,
});

const html = (view: RolloutView) => renderToStaticMarkup(<CanaryNext view={view} />);

it('leads to the plan of the same values for every node', () => {
  const text = html(doneOn(['node-a']));
  expect(text).toMatch(/href="[^"]*\?set=bpf-lb-mode:dsr"[^>]*>Apply to all nodes</);
  expect(text).toContain('kpr-explorer-9f2c11aa');
});

it('says which rollout brought it to every node', () => {
  const text = html(doneOn(['node-a'], { canary: { ...canary, inForce: false, absorbedBy: 'r-77' } }));
  expect(text).toMatch(/href="[^"]*r-77"/);
  expect(text).not.toContain('Apply to all nodes');
});

it.each([
  ['a rollout to every node', doneFixture()],
  ['one on its way', doneOn(['node-a'], { phase: 'restarting' })],
  [
    'one that was rolled back',
    doneOn(['node-a'], { phase: 'rolled-back', canary: { ...canary, inForce: false } }),
  ],
])('says nothing of %s', (_what, view) => {
  expect(html(view)).toBe('');
});
