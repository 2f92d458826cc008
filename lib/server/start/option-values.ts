import { InvalidArgumentError } from 'commander';

const unitsMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** Reads a time as kubectl writes it (`30s`, `1m30s`, `500ms`; a bare number is seconds) as milliseconds. Throws InvalidArgumentError. */
export function parseDurationMs(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * unitsMs.s;
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text)) {
    throw new InvalidArgumentError('Write a time such as 30s, 500ms or 1m30s.');
  }
  let totalMs = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)) {
    totalMs += Number(amount) * (unitsMs[unit as keyof typeof unitsMs] ?? 0);
  }
  return totalMs;
}

const sweepLimitsMs = { least: 1_000, most: 3_600_000 };

/** As `parseDurationMs`, within what an agent and a reader can bear: 1 s to 1 h. */
export function parseSweepIntervalMs(text: string): number {
  const durationMs = parseDurationMs(text);
  if (durationMs < sweepLimitsMs.least || durationMs > sweepLimitsMs.most) {
    throw new InvalidArgumentError('Choose a time from 1s to 1h.');
  }
  return durationMs;
}

/** Reads a whole number within limits. Throws InvalidArgumentError. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Choose a whole number from ${least} to ${most}.`);
  };
}

/** Gathers an option that may be given several times. */
export function gather(text: string, before: string[] | undefined): string[] {
  return [...(before ?? []), text];
}
