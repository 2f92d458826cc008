/** Half-open range of indices. */
export type Range = { start: number; end: number };

/** Rows of a list sorted by `y`, none overlapping, that touch the band from `top` to `bottom`; found by bisection. */
export function visibleRange(rows: readonly { y: number }[], top: number, bottom: number): Range {
  const after = firstAtOrBelow(rows, top);
  // The row before may reach into the band.
  return { start: Math.max(0, after - 1), end: firstAtOrBelow(rows, bottom) };
}

/** Index of the first row whose top is at `y` or lower on the page; the length where there is none. */
function firstAtOrBelow(rows: readonly { y: number }[], y: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.y ?? Infinity) < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
