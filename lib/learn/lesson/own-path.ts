/** Stands for this server, whose name is not known here. */
const own = 'http://own.invalid';

/**
 * Gives a path on this server as a browser reads it, with its query and fragment; null for anything else. What only
 * looks like a path is none: `/.//elsewhere` is another host once its dot is taken out.
 */
export function ownPath(text: string): string | null {
  if (!text.startsWith('/') || /[\s\\\u0000-\u001f]/.test(text)) return null;
  let url: URL;
  try {
    url = new URL(text, own);
  } catch {
    return null;
  }
  if (url.origin !== own || /\/\//.test(url.pathname)) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
