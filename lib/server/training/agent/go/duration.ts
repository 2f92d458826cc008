const unitNanoseconds: Record<string, number> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

function fraction(value: number, unit: string): string {
  return `${Number(value.toFixed(9))}${unit}`;
}

/** Prints a duration as Go's `Duration.String` does: `1h0m3s`, `2.5ms`, `0s`. Takes nanoseconds. */
export function formatGoDuration(nanoseconds: number): string {
  if (nanoseconds < 0) return `-${formatGoDuration(-nanoseconds)}`;
  if (nanoseconds === 0) return '0s';
  if (nanoseconds < 1e3) return `${nanoseconds}ns`;
  if (nanoseconds < 1e6) return fraction(nanoseconds / 1e3, 'µs');
  if (nanoseconds < 1e9) return fraction(nanoseconds / 1e6, 'ms');
  const seconds = nanoseconds / 1e9;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = fraction(seconds - hours * 3600 - minutes * 60, 's');
  if (hours > 0) return `${hours}h${minutes}m${rest}`;
  return minutes > 0 ? `${minutes}m${rest}` : rest;
}

/** Reads what `formatGoDuration` prints, in nanoseconds; NaN when the text is no duration. */
export function parseGoDuration(text: string): number {
  const match = /^([-+])?((?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+|0)$/.exec(text);
  if (match === null) return NaN;
  let total = 0;
  for (const [, amount, unit] of (match[2] ?? '').matchAll(/(\d+(?:\.\d*)?)(ns|us|µs|ms|s|m|h)/g)) {
    total += Number(amount) * (unitNanoseconds[unit ?? ''] ?? NaN);
  }
  return match[1] === '-' ? -total : total;
}

/** Prints an age as Kubernetes' `HumanDuration` does: `42s`, `2m59s`, `21m`, `5h3m`, `2d`. Takes milliseconds. */
export function formatHumanDuration(ageMs: number): string {
  const seconds = Math.floor(ageMs / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (seconds < 120) return `${seconds}s`;
  if (minutes < 10) return seconds % 60 === 0 ? `${minutes}m` : `${minutes}m${seconds % 60}s`;
  if (minutes < 180) return `${minutes}m`;
  if (hours < 8) return minutes % 60 === 0 ? `${hours}h` : `${hours}h${minutes % 60}m`;
  if (hours < 48) return `${hours}h`;
  if (hours < 192) return hours % 24 === 0 ? `${hours / 24}d` : `${Math.floor(hours / 24)}d${hours % 24}h`;
  return `${Math.floor(hours / 24)}d`;
}
