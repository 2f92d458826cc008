import { useSyncExternalStore } from 'react';
import { PRESENTER_COOKIE } from './presenter-cookie';

const attribute = 'data-presenter';

/** Turns the presenter view on or off, for this tab and, as a cookie, until the browser ends. */
export function setPresenter(on: boolean): void {
  document.documentElement.toggleAttribute(attribute, on);
  document.cookie = `${PRESENTER_COOKIE}=${on ? '1' : '0'}; path=/; samesite=strict`;
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: [attribute] });
  return () => observer.disconnect();
}

/** Tells whether the presenter view is on; `initial` is what the server read from the cookie. */
export function usePresenter(initial: boolean): boolean {
  return useSyncExternalStore(
    subscribe,
    () => document.documentElement.hasAttribute(attribute),
    () => initial,
  );
}
