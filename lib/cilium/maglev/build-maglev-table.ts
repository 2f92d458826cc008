import { murmur3Hash128 } from './murmur3';

/** A backend as Maglev sees it: its hashed text, and its weight (100 where nobody set one). */
export type MaglevMember = { hashString: string; weight: number };

/** Where a backend's row of preferences starts and how far apart its slots lie. */
export type Preference = { offset: number; skip: number };

/** Told of each turn: which backend took which slot, and how many of its wishes it tried for it. */
export type TurnListener = (turn: { member: number; slot: number; tries: number }) => void;

/** Gives the slots a backend wants, first to last: `(offset + n × skip) mod size`. */
export function preferenceOf(hashString: string, size: number, seedMurmur: number): Preference {
  const { h1, h2 } = murmur3Hash128(new TextEncoder().encode(hashString), seedMurmur);
  return { offset: Number(h1 % BigInt(size)), skip: Number(h2 % BigInt(size - 1)) + 1 };
}

/**
 * Gives the Maglev table that Cilium programs (pkg/maglev `GetLookupTable`; weights since v1.13): for each slot the
 * index of its backend in `members`. Empty where there are none.
 *
 * Backends take turns in the order of their texts, and each takes the next slot of its preferences that is free.
 * Weights count only where their mean, rounded down, is above 1; a backend of weight 0 has no slot, as it is in
 * maintenance. Of members with one text the last stands for all.
 * @param onTurn told of each turn, in the order in which they are taken.
 */
export function buildMaglevTable(
  members: readonly MaglevMember[],
  size: number,
  seedMurmur: number,
  onTurn?: TurnListener,
): Uint32Array<ArrayBuffer> {
  const order = inTurn(members);
  const count = order.length;
  if (count === 0) return new Uint32Array(0);
  const next = new Uint32Array(count);
  const skip = new Uint32Array(count);
  const weights = Float64Array.from(order, (index) => members[index]?.weight ?? 0);
  for (const [turn, index] of order.entries()) {
    const preference = preferenceOf(members[index]?.hashString ?? '', size, seedMurmur);
    next[turn] = preference.offset;
    skip[turn] = preference.skip;
  }
  const onTaken =
    onTurn === undefined
      ? undefined
      : (turn: number, slot: number, tries: number) => onTurn({ member: order[turn] ?? 0, slot, tries });
  const owners = fill(size, next, skip, turnTaker(weights), onTaken);
  return owners.map((turn) => order[turn] ?? 0);
}

/** The members that take part, in the order of their turns. The texts are ASCII: order by code unit is by byte. */
function inTurn(members: readonly MaglevMember[]): number[] {
  const indexOf = new Map<string, number>();
  for (const [index, { hashString, weight }] of members.entries())
    if (weight > 0) indexOf.set(hashString, index);
  return [...indexOf.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, index]) => index);
}

const free = 0xffffffff;

/** `next` holds the slot each backend wants next; it is used up. */
function fill(
  size: number,
  next: Uint32Array,
  skip: Uint32Array,
  takesTurn: (round: number) => number,
  onTaken?: (turn: number, slot: number, tries: number) => void,
): Uint32Array<ArrayBuffer> {
  const owners = new Uint32Array(size).fill(free);
  for (let round = 0; round < size; round += 1) {
    const turn = takesTurn(round);
    const step = skip[turn] ?? 1;
    let slot = next[turn] ?? 0;
    let tries = 1;
    while (owners[slot] !== free) {
      slot += step;
      if (slot >= size) slot -= size;
      tries += 1;
    }
    owners[slot] = turn;
    onTaken?.(turn, slot, tries);
    slot += step;
    next[turn] = slot >= size ? slot - size : slot;
  }
  return owners;
}

/** Says whose turn it is: round robin, in which a backend that had more than its weight is passed over. */
function turnTaker(weights: Float64Array): (round: number) => number {
  const count = weights.length;
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (Math.floor(sum / count) <= 1) return (round) => round % count;
  const served = weights.map((weight) => weight / count);
  return (round) => {
    let turn = round % count;
    while ((round + 1) * (weights[turn] ?? 0) < Math.floor(served[turn] ?? 0)) turn = (turn + 1) % count;
    served[turn] = (served[turn] ?? 0) + sum;
    return turn;
  };
}
