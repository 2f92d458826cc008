/** The cookie of the presenter view; it ends with the browser's session, as a talk does. */
export const PRESENTER_COOKIE = 'kpr-presenter';

/** Tells whether a cookie's value turns the presenter view on. */
export function isPresenter(value: string | undefined): boolean {
  return value === '1';
}
