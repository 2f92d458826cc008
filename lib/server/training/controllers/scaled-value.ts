/** A count, or a percentage of a total, as in `maxUnavailable`. */
export function scaledValue(
  value: number | string | undefined,
  total: number,
  round: 'up' | 'down',
  fallback: number | string,
): number {
  const given = value ?? fallback;
  const percent = typeof given === 'string' ? /^(\d+)%$/.exec(given)?.[1] : undefined;
  if (percent === undefined) return Number(given) || 0;
  const exact = (Number(percent) * total) / 100;
  return round === 'up' ? Math.ceil(exact) : Math.floor(exact);
}
