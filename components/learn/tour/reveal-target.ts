/** How much room below the bar is left above what is shown, in CSS pixels. */
const headroomPx = 16;

/** Gives what is in sight of a stop's targets: the form of a page for a phone and that for a desk may have one each. */
export function visibleTarget(target: string): HTMLElement | null {
  const all = document.querySelectorAll<HTMLElement>(`[data-tour="${target}"]`);
  return [...all].find((element) => element.getClientRects().length > 0) ?? null;
}

/** Brings it into sight: whole where it is small, its beginning where it is not. */
export function revealTarget(element: HTMLElement): void {
  const isSmall = element.getBoundingClientRect().height < window.innerHeight / 3;
  const keptMargin = element.style.scrollMarginTop;
  const barPx = document.querySelector('header')?.getBoundingClientRect().height ?? 0;
  element.style.scrollMarginTop = `${barPx + headroomPx}px`;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: isSmall ? 'center' : 'start', behavior: isStill ? 'auto' : 'smooth' });
  element.style.scrollMarginTop = keptMargin;
}
