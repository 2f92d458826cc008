import { lastMinute } from '@/lib/learn/affinity/affinity-clients';

/** Gives a moment as a place on the line; a margin at both ends keeps marks on it. */
export function placeOf(minute: number): string {
  return `${2 + (minute / lastMinute) * 96}%`;
}
