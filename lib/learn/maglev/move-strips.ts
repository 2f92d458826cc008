import type { WeighedBackend } from './maglev-backend';
import { moduloMoves } from './rival-moves';
import { slotChange } from './slot-changes';

/** A strip has this many columns at most; in a larger table each stands for many slots. */
const mostColumns = 251;

/** Parts of a column's slots that moved, 0 to 1: all of them, and those that moved needlessly. */
export type StripColumn = { moved: number; needless: number };

/** Gives the strip of a table. */
export function tableStrip(changes: Uint8Array): StripColumn[] {
  return columnsOf(changes.length, (slot) => changes[slot] ?? slotChange.kept);
}

/** Gives the strip of as many flows whose backend is a remainder. */
export function moduloStrip(
  size: number,
  before: readonly WeighedBackend[],
  now: readonly WeighedBackend[],
): StripColumn[] {
  return columnsOf(size, (hash) => (moduloMoves(before, now, hash) ? slotChange.needless : slotChange.kept));
}

/** Gives the strip of as many flows of which each moves with the same chance. */
export function randomStrip(size: number, percent: number): StripColumn[] {
  let state = 7;
  return columnsOf(size, () => {
    // A small generator, so that the picture is the same each time.
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000 < percent / 100 ? slotChange.needless : slotChange.kept;
  });
}

function columnsOf(size: number, changeOf: (slot: number) => number): StripColumn[] {
  const count = Math.min(size, mostColumns);
  const columns: StripColumn[] = [];
  for (let column = 0; column < count; column += 1) {
    const [from, to] = [Math.floor((column * size) / count), Math.floor(((column + 1) * size) / count)];
    let moved = 0;
    let needless = 0;
    for (let slot = from; slot < to; slot += 1) {
      const change = changeOf(slot);
      if (change !== slotChange.kept) moved += 1;
      if (change === slotChange.needless) needless += 1;
    }
    columns.push({ moved: moved / (to - from), needless: needless / (to - from) });
  }
  return columns;
}
