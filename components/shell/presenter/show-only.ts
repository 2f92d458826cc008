const away = 'data-away';

/** What stays in sight with any part: the controls of a simulator, and what is for screen readers alone. */
const kept = '[data-present-keep], .sr-only, [aria-live]';

/** What must not go with what is around it. */
const keptInside = '[data-present-keep], h1';

function putAway(element: Element): void {
  if (element.matches(kept)) return;
  // A page keeps its name for those who hear it.
  if (element.matches('h1')) element.setAttribute(away, 'unseen');
  else if (element.querySelector(keptInside) === null) element.setAttribute(away, '');
  else for (const child of element.children) putAway(child);
}

/** Brings the whole page back. */
export function showAll(main: HTMLElement): void {
  for (const element of main.querySelectorAll(`[${away}]`)) element.removeAttribute(away);
}

/** Leaves one part of the page in sight. What is put away stays where it is in the document, and keeps its state. */
export function showOnly(main: HTMLElement, part: HTMLElement): void {
  showAll(main);
  for (let at: Element = part; at !== main && at.parentElement !== null; at = at.parentElement) {
    for (const sibling of at.parentElement.children) if (sibling !== at) putAway(sibling);
  }
}
