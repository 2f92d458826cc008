import type { IncomingHttpHeaders } from 'node:http';
import type { ProblemDocument } from '@/lib/snapshot/problem-document';
import type { HttpProblemCode } from '../problem/problem';
import { problemDocument } from '../problem/problem';
import type { ServedAs } from './allowed-host';
import { isAllowedHost } from './allowed-host';
import { isCrossSite } from './cross-site';

/** Longest path with query that is read, in characters. */
export const maxUrlLength = 8192;

/** No route changes a cluster yet, so nothing else is needed. */
export const allowedMethods: readonly string[] = ['GET', 'HEAD'];

/** What the guard looks at. */
export type RequestFacts = { method: string; url: string; headers: IncomingHttpHeaders };

/** Probes of a kubelet come with the pod's address as `Host`; their answers tell nothing of the cluster. */
const probes = new Set(['/livez', '/readyz']);

function hasBody(headers: IncomingHttpHeaders): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function isWellFormed(path: string): boolean {
  try {
    decodeURIComponent(path);
    return path.startsWith('/');
  } catch {
    return false;
  }
}

/** Why a request is not passed on, as the problem document to answer with; null when it is. */
export function refusal({ method, url, headers }: RequestFacts, servedAs: ServedAs): ProblemDocument | null {
  const path = (url.split('?', 1)[0] ?? '').slice(0, 200);
  const refuse = (code: HttpProblemCode, detail: string, hint: string) =>
    problemDocument(code, { detail, hint, instance: path });
  if (!probes.has(path) && !isAllowedHost(headers.host, servedAs)) {
    return refuse(
      'foreign-host',
      `The request was sent to ${JSON.stringify((headers.host ?? '').slice(0, 100))}, which is no name of this server.`,
      'Open the address that was printed at start, or add the name with --allow-host.',
    );
  }
  if (isCrossSite({ headers, path }, servedAs)) {
    return refuse(
      'foreign-origin',
      'The request was caused by a page of another site.',
      'Open the address that was printed at start in a tab of its own.',
    );
  }
  if (!allowedMethods.includes(method)) {
    return refuse('method-not-allowed', `${method.slice(0, 20)} is not answered.`, 'Use GET or HEAD.');
  }
  if (url.length > maxUrlLength) {
    return refuse(
      'uri-too-long',
      `The address has ${url.length} characters; ${maxUrlLength} are read.`,
      'Ask with fewer filters.',
    );
  }
  if (!isWellFormed(url.split('?', 1)[0] ?? '')) {
    return refuse('malformed-uri', 'The path is not valid percent-encoding.', 'Encode each part as UTF-8.');
  }
  if (hasBody(headers)) {
    return refuse('body-not-allowed', 'The request came with a body.', 'Put parameters in the query.');
  }
  return null;
}
