import type { WeighedBackend } from './maglev-backend';

/** What became of a slot: kept; handed over, as its backend is gone; taken by a new one; moved though both stay. */
export const slotChange = { kept: 0, handedOver: 1, taken: 2, needless: 3 } as const;

/** What became of each slot, and how many of each. */
export type SlotChanges = {
  bySlot: Uint8Array;
  handedOver: number;
  taken: number;
  needless: number;
  /** The sum of the three. */
  moved: number;
  /** Weights are others than they were: what moved needlessly cannot be told apart, and none counts as such. */
  areReweighed: boolean;
};

/**
 * Compares two tables of one size slot by slot. What a changed weight moves is not needless: it was asked for; so a
 * slot counts as needless only where the weights of both its backends are what they were.
 */
export function slotChanges(
  tables: { before: Uint8Array; now: Uint8Array },
  backends: { before: readonly WeighedBackend[]; now: readonly WeighedBackend[] },
): SlotChanges {
  const was = new Map(backends.before.map(({ index, weight }) => [index, weight]));
  const is = new Map(backends.now.map(({ index, weight }) => [index, weight]));
  const areReweighed = [...is].some(([index, weight]) => was.has(index) && was.get(index) !== weight);
  const bySlot = new Uint8Array(tables.now.length);
  const counts = [0, 0, 0, 0];
  for (let slot = 0; slot < bySlot.length; slot += 1) {
    const from = tables.before[slot] ?? 0;
    const to = tables.now[slot] ?? 0;
    if (from === to) continue;
    const change = !is.has(from)
      ? slotChange.handedOver
      : !was.has(to) || areReweighed
        ? slotChange.taken
        : slotChange.needless;
    bySlot[slot] = change;
    counts[change] = (counts[change] ?? 0) + 1;
  }
  const [, handedOver = 0, taken = 0, needless = 0] = counts;
  return { bySlot, handedOver, taken, needless, moved: handedOver + taken + needless, areReweighed };
}

/** Gives in how many slots two tables of one size hold another backend. */
export function differingSlots(one: Uint8Array, other: Uint8Array): number {
  let count = 0;
  for (let slot = 0; slot < one.length; slot += 1) if (one[slot] !== other[slot]) count += 1;
  return count;
}

/** Gives how many slots each backend has, by its place. */
export function slotsByBackend(table: Uint8Array): number[] {
  const counts: number[] = [];
  for (const backend of table) counts[backend] = (counts[backend] ?? 0) + 1;
  return Array.from(counts, (count) => count ?? 0);
}
