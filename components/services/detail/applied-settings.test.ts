import { expect, it } from 'vitest';
import { frontendFixture } from '../frontend.fixture';
import { appliedSettings } from './applied-settings';
import { hasOtherScope } from './other-scope';

const settings = { mode: 'DSR', algorithm: 'Maglev' };
const policies = {
  externalTrafficPolicy: 'Local',
  internalTrafficPolicy: 'Cluster',
  sessionAffinity: null,
  sessionAffinityTimeoutSeconds: null,
  sourceRanges: [],
  annotations: {},
};
const textsOf = (over: Parameters<typeof frontendFixture>[1], of: typeof policies | null = null) => {
  const { algorithm, forwarding } = appliedSettings(frontendFixture('192.0.2.1', over), of, settings);
  return [algorithm.text, forwarding.text];
};

it('claims neither algorithm nor forwarding for clients inside', () => {
  expect(textsOf({ type: 'ClusterIP' })).toEqual(['–', '–']);
  expect(textsOf({ type: 'NodePort', scope: 'internal' })).toEqual(['–', '–']);
  expect(textsOf({ type: 'NodePort' })).toEqual(['Maglev', 'DSR']);
});

it('claims no forwarding where nothing leaves the node', () => {
  expect(textsOf({ type: 'HostPort' })).toEqual(['Maglev', '–']);
  expect(textsOf({ type: 'LoadBalancer' }, policies)).toEqual(['Maglev', '–']);
  expect(textsOf({ type: 'LoadBalancer' }, { ...policies, externalTrafficPolicy: 'Cluster' })).toEqual([
    'Maglev',
    'DSR',
  ]);
});

it('tells scopes apart only where an address has both', () => {
  const external = frontendFixture('192.0.2.1');
  const internal = { ...external, key: `${external.key}/i`, scope: 'internal' as const };
  expect(hasOtherScope(external, [external, internal])).toBe(true);
  expect(hasOtherScope(external, [external, { ...internal, port: 81 }])).toBe(false);
});
