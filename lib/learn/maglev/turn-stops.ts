import type { MaglevState } from './maglev-state';

/** Gives how many turns one step of the building takes. */
export function strideTurns(stride: MaglevState['stride'], size: number, backendCount: number): number {
  if (stride === 'turn') return 1;
  return stride === 'round' ? backendCount : Math.max(1, Math.round(size / 100));
}

/** Gives how many stops there are: an empty table, each step, and the whole table. */
export function stopCount(size: number, turns: number): number {
  return Math.ceil(size / turns) + 1;
}

/** Gives the turns that are taken at a stop. */
export function turnsAtStop(stop: number, size: number, turns: number): number {
  return Math.min(stop * turns, size);
}

/** Gives the stop at which so many turns are taken, or the next one before; null stands for the whole table. */
export function stopAtTurn(taken: number | null, size: number, turns: number): number {
  return taken === null || taken >= size ? stopCount(size, turns) - 1 : Math.floor(taken / turns);
}
