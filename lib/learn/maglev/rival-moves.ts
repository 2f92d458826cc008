import type { WeighedBackend } from './maglev-backend';

/** Percent of flows that change backend where nobody keeps a table; weights count for neither. */
type RivalMoves = {
  /** A flow's backend is the remainder of its hash by the number of backends. */
  moduloPercent: number;
  /** A flow's backend is drawn anew: what is to be expected of it. */
  randomPercent: number;
};

/** Gives what moves between two lists of backends by remainder, and by drawing again. */
export function rivalMoves(before: readonly WeighedBackend[], now: readonly WeighedBackend[]): RivalMoves {
  if (before.length === 0 || now.length === 0) return { moduloPercent: 0, randomPercent: 0 };
  // After this many remainders the two lists stand as at the start.
  const period = leastCommonMultiple(before.length, now.length);
  let moved = 0;
  for (let hash = 0; hash < period; hash += 1) if (moduloMoves(before, now, hash)) moved += 1;
  const staying = before.filter(({ index }) => now.some((other) => other.index === index)).length;
  return {
    moduloPercent: (moved / period) * 100,
    randomPercent: (1 - staying / (before.length * now.length)) * 100,
  };
}

/** True where a flow of this hash gets another backend by remainder. */
export function moduloMoves(
  before: readonly WeighedBackend[],
  now: readonly WeighedBackend[],
  hash: number,
): boolean {
  return before[hash % before.length]?.index !== now[hash % now.length]?.index;
}

function leastCommonMultiple(a: number, b: number): number {
  let multiple = a;
  while (multiple % b !== 0) multiple += a;
  return multiple;
}
