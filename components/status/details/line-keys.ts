import type { KeyboardEvent } from 'react';

const steps: Record<string, number> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: 12,
  PageUp: -12,
};

/**
 * Gives the choice that a key moves to in a list that is walked as a whole: arrows, J and K, Page Up and Down, Home and
 * End; null for any other key. `current` is -1 where none is chosen.
 */
export function lineAfterKey(event: KeyboardEvent, count: number, current: number): number | null {
  const step = steps[event.key];
  const to =
    event.key === 'Home' ? 0 : event.key === 'End' ? count - 1 : step === undefined ? null : current + step;
  if (to === null || count === 0 || event.metaKey || event.ctrlKey || event.altKey) return null;
  return Math.min(count - 1, Math.max(0, to));
}
