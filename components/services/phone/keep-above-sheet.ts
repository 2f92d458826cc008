/** Height of the sheet as it comes up, and of the bar below it, in CSS pixels. */
const coveredPx = 268 + 60;

/** Scrolls the page by the least that keeps a tapped row above the sheet that comes up over the lower part. */
export function keepAboveSheet(row: HTMLElement): void {
  const { bottom } = row.getBoundingClientRect();
  const free = window.innerHeight - coveredPx - 8;
  if (bottom > free) window.scrollBy({ top: bottom - free });
}
