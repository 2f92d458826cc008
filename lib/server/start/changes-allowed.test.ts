import { expect, it } from 'vitest';
import { changesAllowed } from './open-rollouts';

it.each([
  [{}, 'training', true],
  [{}, 'kubeconfig', false],
  [{}, 'in-cluster', false],
  [{ allowChanges: true }, 'kubeconfig', true],
  [{ allowChanges: true, readOnly: true }, 'kubeconfig', false],
  [{ readOnly: true }, 'training', false],
])('with %o on a %s cluster changes are allowed: %s', (options, kind, allowed) => {
  expect(changesAllowed(options, kind)).toBe(allowed);
});
