/** A part of a page that can be shown alone. */
export type PagePart = { name: string; element: HTMLElement };

const candidates =
  '[data-present], section[aria-label], section[aria-labelledby], article[aria-label], aside[aria-label]';

function nameOf(element: HTMLElement): string {
  const named = element.dataset['present'] ?? element.getAttribute('aria-label');
  if (named !== null && named !== undefined) return named;
  const heading = document.getElementById(element.getAttribute('aria-labelledby') ?? '');
  return heading?.textContent?.trim() ?? '';
}

/** Gives the parts of a page in their order: its named sections and what says of itself that it is one; outermost only. */
export function pageParts(main: HTMLElement): PagePart[] {
  const found: PagePart[] = [];
  for (const element of main.querySelectorAll<HTMLElement>(candidates)) {
    const isInside = found.some((part) => part.element.contains(element));
    // What wraps a part that says so of itself is no part.
    const isAround =
      element.dataset['present'] === undefined && element.querySelector('[data-present]') !== null;
    const name = nameOf(element);
    if (!isInside && !isAround && name !== '' && element.getClientRects().length > 0)
      found.push({ name, element });
  }
  return found;
}
