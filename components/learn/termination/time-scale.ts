import { startSeconds } from '@/lib/learn/termination/span';

/** Gives where a second stands on the line, in percent. */
export function percentAt(at: number, end: number): number {
  return ((at - startSeconds) / (end - startSeconds)) * 100;
}

/** Gives the seconds that are written below the line: every five, ten or twenty, so that they do not touch. */
export function tickSeconds(end: number): number[] {
  const every = end > 90 ? 20 : end > 40 ? 10 : 5;
  return Array.from({ length: Math.floor(end / every) + 1 }, (_, index) => index * every);
}
