import { defaultMaglevSeed } from '@/lib/cilium/maglev/maglev-seed';
import { backendsForTableSize } from '@/lib/cilium/maglev/table-size';
import type { Facts } from '../simulator/facts';
import { followFlow, randomRehashedPercent, rehashedPercent } from './follow-flow';
import { letters } from './letters';
import { readMaglevLink, type MaglevLink } from './maglev-state';
import { maglevTables } from './maglev-tables';
import { rivalMoves } from './rival-moves';
import { differingSlots, slotChanges, slotsByBackend } from './slot-changes';

/**
 * What is so in the Maglev simulator:
 *
 * - `tableSize`: slots of the table; `isPrime`: true where that is a prime number, as all sizes are that agents take
 * - `backends`, `backendsBefore`: how many the table has now, and had when the connections were opened
 * - `sizeFitsBackends`: true where the table has more than a hundred slots for each backend
 * - `slotsMoved`, `slotsMovedPercent`: slots whose backend is another now
 * - `handedOver`: of these, those whose backend is gone
 * - `needlessMoves`, `needlessMovesPercent`: of these, those that moved though their backend stays; 0 where
 *   `weightsChanged`, as they cannot be told apart then
 * - `moduloMovedPercent`, `randomMovedPercent`: the same for the two methods without a table
 * - `leastSlots`, `mostSlots`: of any backend now
 * - `weightsDiffer`: true where not all backends have one weight
 * - `seedIsDefault`, `seedsEqual`: of node 1; of both nodes
 * - `nodesDifferPercent`: slots in which node 2's table holds another backend than node 1's
 * - `rehashedPercent`, `randomRehashedPercent`: connections that reach another backend when node 2 gets their packets
 * - `hashString`: `address` up to v1.16, `address, protocol and state` later
 * - `flowSlot`, `flowBackend`, `flowBackendBefore`, `flowBackendOnNodeTwo`: of the followed flow, backends by letter
 * - `affinity`: true where the Service has session affinity
 * - `view`: `whole`, or `turns` where the table is being built; `turn`: turns taken, `tableSize` for the whole table
 * - `version`: `1.21`
 */
export function maglevFacts(link: MaglevLink): Facts {
  const { parameters, turn } = readMaglevLink(link).state;
  const { size, before, now, seed, otherSeed, minor, affinity } = parameters;
  const tables = maglevTables(parameters);
  const changes = slotChanges(tables, parameters);
  const rivals = rivalMoves(before, now);
  const flow = followFlow(parameters, tables);
  const counts = slotsByBackend(tables.now);
  const owned = now.map(({ index }) => counts[index] ?? 0);
  const percent = (slots: number) => rounded((slots / size) * 100);
  return {
    tableSize: size,
    isPrime: isPrime(size),
    backends: now.length,
    backendsBefore: before.length,
    sizeFitsBackends: backendsForTableSize(size) >= now.length,
    slotsMoved: changes.moved,
    slotsMovedPercent: percent(changes.moved),
    handedOver: changes.handedOver,
    weightsChanged: changes.areReweighed,
    needlessMoves: changes.needless,
    needlessMovesPercent: percent(changes.needless),
    moduloMovedPercent: rounded(rivals.moduloPercent),
    randomMovedPercent: rounded(rivals.randomPercent),
    leastSlots: Math.min(...owned),
    mostSlots: Math.max(...owned),
    weightsDiffer: new Set(now.map(({ weight }) => weight)).size > 1,
    seedIsDefault: seed === defaultMaglevSeed,
    seedsEqual: otherSeed === null || otherSeed === seed,
    nodesDifferPercent: percent(differingSlots(tables.now, tables.other)),
    rehashedPercent: rounded(rehashedPercent(parameters, tables)),
    randomRehashedPercent: rounded(randomRehashedPercent(parameters)),
    hashString: minor >= 17 ? 'address, protocol and state' : 'address',
    flowSlot: flow.now.slot,
    flowBackend: letters[flow.now.backend] ?? '',
    flowBackendBefore: letters[flow.opened.backend] ?? '',
    flowBackendOnNodeTwo: letters[flow.other.backend] ?? '',
    affinity,
    view: turn === null ? 'whole' : 'turns',
    turn: turn ?? size,
    version: `1.${minor}`,
  };
}

/** To two places, so that a lesson may name it as the page shows it. */
function rounded(percent: number): number {
  return Math.round(percent * 100) / 100;
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) return false;
  return number > 1;
}
