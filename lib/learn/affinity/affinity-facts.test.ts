import { expect, test } from 'vitest';
import { affinityFacts } from './affinity-facts';
import { affinityKeys, type AffinityLink } from './affinity-state';

const emptyLink = Object.fromEntries(affinityKeys.map((key) => [key, null])) as AffinityLink;
const factsOf = (link: Partial<AffinityLink>) => affinityFacts({ ...emptyLink, ...link });

test('the story as it begins', () => {
  expect(factsOf({})).toEqual({
    affinityOn: true,
    place: 'outside',
    algorithm: 'random',
    clientIs: 'address',
    timeoutSeconds: 10_800,
    backendGone: 'none',
    version: '1.21',
    draw: 2,
    connections: 14,
    connectionsKept: 7,
    connectionsExpired: 3,
    connectionsMoved: 0,
    backendChanges: 4,
    backendsUsed: 4,
    natClientsShareBackend: true,
    nodesAgree: false,
    step: 1,
    steps: 14,
  });
});

test('a long time keeps all that a node knows; Maglev makes the nodes agree', () => {
  expect(factsOf({ timeout: '86400', algorithm: 'maglev' })).toMatchObject({
    connectionsExpired: 0,
    backendChanges: 0,
    nodesAgree: true,
  });
});

test('a backend that is going moves its clients', () => {
  const facts = factsOf({ gone: 'A', step: '99' });
  expect(facts).toMatchObject({ backendGone: 'A', connectionsMoved: 1, step: 15, steps: 15 });
});

test('inside, what a client is told by', () => {
  expect(factsOf({ from: 'inside', algorithm: 'maglev' })).toMatchObject({
    algorithm: 'random',
    clientIs: 'cookie',
    containersShareBackend: true,
    podsShareBackend: false,
  });
  expect(factsOf({ from: 'inside', inside: 'packet' }).clientIs).toBe('address');
  expect(factsOf({ from: 'inside', inside: 'no-cookie', v: '1.17' })).toMatchObject({
    clientIs: 'node',
    podsShareBackend: true,
  });
});

test('without affinity nothing is kept', () => {
  expect(factsOf({ affinity: 'off' })).toMatchObject({ affinityOn: false, connectionsKept: 0 });
});
