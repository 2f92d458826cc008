import type { IncomingHttpHeaders } from 'node:http';
import type { ServedAs } from './allowed-host';
import { isAllowedHost } from './allowed-host';

function header(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}

/** True when the `Origin` header, if any, is the server itself under one of its names. */
function ownOrigin(origin: string | undefined, host: string | undefined, servedAs: ServedAs): boolean {
  if (origin === undefined) return true;
  const match = /^https?:\/\/([^/]+)$/i.exec(origin);
  if (!match?.[1] || !isAllowedHost(match[1], servedAs)) return false;
  return match[1].toLowerCase() === host?.toLowerCase();
}

/**
 * True when another site caused the request (Fetch Metadata, and `Origin` where it is sent).
 * `same-site` counts as another site: every port of localhost is one "site", and who listens there is unknown.
 * A link followed from elsewhere to a page is let through: it gives that site no answer to read
 * (Cross-Origin-Opener-Policy, frame-ancestors). The API has no such use.
 */
export function isCrossSite(
  { headers, path }: { headers: IncomingHttpHeaders; path: string },
  servedAs: ServedAs,
): boolean {
  if (!ownOrigin(header(headers.origin), header(headers.host), servedAs)) return true;
  const site = header(headers['sec-fetch-site']);
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  const followsLink =
    header(headers['sec-fetch-mode']) === 'navigate' && header(headers['sec-fetch-dest']) === 'document';
  return !(followsLink && !path.startsWith('/api/'));
}
