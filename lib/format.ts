// Made once: `toLocaleString` looks its locale up with every call.
const counts = new Intl.NumberFormat('en-US');

/** Writes a count with thin grouping, `12,345`. */
export function formatCount(count: number): string {
  return counts.format(count);
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Writes how long ago something was, in its largest whole unit: `3 s`, `12 min`, `5 h`, `6 d`. */
export function formatAge(ageMs: number): string {
  const ms = Math.max(0, ageMs);
  if (ms < MINUTE_MS) return `${Math.floor(ms / SECOND_MS)} s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < DAY_MS) return `${Math.floor(ms / HOUR_MS)} h`;
  return `${Math.floor(ms / DAY_MS)} d`;
}

/** Writes how long something took: `184 ms`, `1.2 s`, `42 s`. */
export function formatDuration(durationMs: number): string {
  if (durationMs < SECOND_MS) return `${Math.round(durationMs)} ms`;
  if (durationMs < 10 * SECOND_MS) return `${(durationMs / SECOND_MS).toFixed(1)} s`;
  return formatAge(durationMs);
}

/** Writes a size: `812 B`, `18.9 kB`, `11.8 MB` (powers of 1000). */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Writes the time of day of an RFC 3339 timestamp in the reader's zone, `08:14:02`; `–` where it is none. */
export function formatClock(timestamp: string): string {
  const date = new Date(timestamp);
  if (Number.isNaN(date.getTime())) return '–';
  return date.toLocaleTimeString('en-GB', { hour12: false });
}

/** Writes a number of things: `1 frontend`, `28 frontends`. */
export function formatPlural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** Writes a small number as a word, as a sentence wants it: `three`; larger ones as figures. */
export function formatNumberWord(count: number): string {
  return WORDS[count] ?? formatCount(count);
}

/** Joins words as a sentence does: `a`, `a and b`, `a, b and c`. */
export function formatWordList(words: readonly string[]): string {
  const last = words.at(-1);
  if (last === undefined) return '';
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
