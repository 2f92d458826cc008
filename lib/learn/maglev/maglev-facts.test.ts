import { expect, test } from 'vitest';
import { maglevFacts } from './maglev-facts';
import { maglevKeys, type MaglevLink } from './maglev-state';

const emptyLink = Object.fromEntries(maglevKeys.map((key) => [key, null])) as MaglevLink;
const factsOf = (link: Partial<MaglevLink>) => maglevFacts({ ...emptyLink, ...link });

test('the simulator begins with one of seven backends gone', () => {
  expect(factsOf({})).toMatchObject({
    tableSize: 251,
    isPrime: true,
    backends: 6,
    backendsBefore: 7,
    sizeFitsBackends: false,
    // As the picture of it says: 36 handed over, 6 others moved.
    slotsMoved: 42,
    slotsMovedPercent: 16.73,
    handedOver: 36,
    needlessMoves: 6,
    needlessMovesPercent: 2.39,
    moduloMovedPercent: 85.71,
    randomMovedPercent: 85.71,
    leastSlots: 41,
    mostSlots: 42,
    seedsEqual: true,
    seedIsDefault: true,
    nodesDifferPercent: 0,
    rehashedPercent: 16.73,
    flowSlot: 86,
    flowBackend: 'B',
    flowBackendBefore: 'B',
    flowBackendOnNodeTwo: 'B',
    view: 'whole',
    turn: 251,
    version: '1.21',
  });
});

test('nothing moves where nothing changed, and nodes of one seed agree', () => {
  expect(factsOf({ before: 'ABCDEFG' })).toMatchObject({
    slotsMoved: 0,
    moduloMovedPercent: 0,
    rehashedPercent: 0,
    nodesDifferPercent: 0,
    // Drawn anew, a connection meets its backend by chance only.
    randomRehashedPercent: 85.71,
  });
});

test('nodes of two seeds send most connections elsewhere', () => {
  const facts = factsOf({ before: 'ABCDEFG', seed2: 'AAECAwQFBgcICQoL' });
  expect(facts.seedsEqual).toBe(false);
  expect(facts.nodesDifferPercent).toBeGreaterThan(75);
  expect(facts.rehashedPercent).toBeGreaterThan(80);
  expect(facts.rehashedPercent).toBeLessThan(91);
});

test('a larger table moves less needlessly, and fits more backends', () => {
  const facts = factsOf({ size: '16381' });
  expect(facts.sizeFitsBackends).toBe(true);
  expect(facts.needlessMovesPercent).toBeLessThan(1);
});

test('weights, versions, affinity and building are told', () => {
  expect(factsOf({ before: 'ABC300', now: 'ABC300', v: '1.16', affinity: 'yes', turn: '12' })).toMatchObject({
    weightsDiffer: true,
    leastSlots: 50,
    mostSlots: 150,
    hashString: 'address',
    affinity: true,
    view: 'turns',
    turn: 12,
    version: '1.16',
  });
});

test('with changed weights nothing is told of what was needless', () => {
  const facts = factsOf({ before: 'ABC', now: 'ABC300' });
  expect(facts).toMatchObject({ weightsChanged: true, needlessMoves: 0 });
  expect(facts.slotsMoved).toBeGreaterThan(60);
});
