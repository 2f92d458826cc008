/** Height of the sheet as it comes up, and of the bar below it, in CSS pixels. */
const coveredPx = 268 + 60;

/** Scrolls the page by the least that keeps a tapped row above the sheet that comes up over the lower part. */
export function keepAboveSheet(row: HTMLElement): void {
  const { bottom } = row.getBoundingClientRect();
  const free = window.innerHeight - coveredPx - 8;
  if (bottom > free) window.scrollBy({ top: bottom - free });
}

/** Room for the bar, the namespace's sticky head and the Service's name, in CSS pixels. */
const headsPx = 140;

/** Scrolls the page so that what lies `y` pixels below the top of `list` stands in its upper part, if it was not in sight. */
export function showUnderHead(list: HTMLElement, y: number): void {
  const top = list.getBoundingClientRect().top + y;
  if (top < headsPx || top > window.innerHeight - coveredPx - 60) window.scrollBy({ top: top - headsPx });
}
