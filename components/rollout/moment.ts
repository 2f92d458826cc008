import { formatAge, formatClock } from '@/lib/format';

/** Writes a moment: the time of day, with the date before it where it was not today. */
export function formatMoment(timestamp: string, nowMs: number): string {
  const date = new Date(timestamp);
  const clock = formatClock(timestamp);
  if (Number.isNaN(date.getTime()) || date.toDateString() === new Date(nowMs).toDateString()) return clock;
  return `${date.toLocaleDateString('sv-SE')} ${clock}`;
}

/** Whole seconds, rounded in one way wherever the page says how long something took or when it was. */
export function wholeSeconds(ms: number): number {
  return Math.max(0, Math.round(ms / 1000));
}

/** Writes how long something took: `41 s`, `2 min 41 s`, `3 h`. */
export function formatTook(ms: number): string {
  const seconds = wholeSeconds(ms);
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return formatAge(ms);
  if (minutes === 0) return `${seconds} s`;
  return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
}
