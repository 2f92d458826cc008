import { buildMaglevTable, preferenceOf } from '@/lib/cilium/maglev/build-maglev-table';
import { parseMaglevSeed } from '@/lib/cilium/maglev/maglev-seed';
import { maglevMembers } from './maglev-backend';
import type { MaglevParameters } from './maglev-state';
import { releaseOf } from './maglev-tables';

/** How a table is built: for each turn the backend that takes it, its slot, and how many of its wishes it tried. */
export type TableTurns = { backends: Uint8Array; slots: Uint32Array; tries: Uint32Array };

/** Gives the turns in which node 1's table of the backends there are is built. */
export function tableTurns({ now, service, minor, size, seed }: MaglevParameters): TableTurns {
  const turns = {
    backends: new Uint8Array(size),
    slots: new Uint32Array(size),
    tries: new Uint32Array(size),
  };
  let turn = 0;
  const members = maglevMembers(now, service, releaseOf(minor));
  buildMaglevTable(members, size, parseMaglevSeed(seed).murmur, ({ member, slot, tries }) => {
    turns.backends[turn] = now[member]?.index ?? 0;
    turns.slots[turn] = slot;
    turns.tries[turn] = tries;
    turn += 1;
  });
  return turns;
}

/** What a slot holds while nobody has taken it. */
export const freeSlot = 255;

/** Gives the table as it stands after `count` turns. */
export function tableAfter(turns: TableTurns, count: number): Uint8Array {
  const table = new Uint8Array(turns.slots.length).fill(freeSlot);
  for (let turn = 0; turn < count; turn += 1) table[turns.slots[turn] ?? 0] = turns.backends[turn] ?? 0;
  return table;
}

/** One turn in full. */
export type TableTurn = {
  backend: number;
  /** Where its wishes begin, and how far apart they lie. */
  offset: number;
  skip: number;
  /** Wishes that others had already, as slots: the last few, in the order in which they were tried. */
  taken: number[];
  takenCount: number;
  slot: number;
};

const mostTaken = 5;

/** Gives a turn in full, counted from 0; null where there is no such turn. */
export function tableTurn(turns: TableTurns, turn: number, parameters: MaglevParameters): TableTurn | null {
  const [backend, slot, tries] = [turns.backends[turn], turns.slots[turn], turns.tries[turn]];
  if (backend === undefined || slot === undefined || tries === undefined) return null;
  const { size, service, minor, seed, now } = parameters;
  const [member] = maglevMembers(
    now.filter(({ index }) => index === backend),
    service,
    releaseOf(minor),
  );
  const { offset, skip } = preferenceOf(member?.hashString ?? '', size, parseMaglevSeed(seed).murmur);
  const shown = Math.min(tries - 1, mostTaken);
  const taken = Array.from({ length: shown }, (_, at) => {
    const back = shown - at;
    return (((slot - back * skip) % size) + size) % size;
  });
  return { backend, offset, skip, taken, takenCount: tries - 1, slot };
}
