import type { IncomingHttpHeaders } from 'node:http';
import type { ProblemDocument } from '@/lib/snapshot/problem-document';
import type { HttpProblemCode } from '../problem/problem';
import { problemDocument } from '../problem/problem';
import type { ServedAs } from './allowed-host';
import { isAllowedHost } from './allowed-host';
import { isCrossSite } from './cross-site';

/** Longest path with query that is read, in characters. */
export const maxUrlLength = 8192;

/** The most bytes of a body that is read. */
export const maxBodyBytes = 32 * 1024;

/** What is asked for of one rollout. */
const rolloutAction = /^\/api\/v1\/rollouts\/[^/]+\/(?:pause|resume|abort|rollback)$/;

/** The methods that a path is asked with. A plan is a question too large for an address; rollouts change the cluster, and a training cluster is begun anew. */
export function allowedMethods(path: string): readonly string[] {
  if (path === '/api/v1/plans' || rolloutAction.test(path)) return ['POST'];
  return path === '/api/v1/rollouts' || path === '/api/v1/training'
    ? ['GET', 'HEAD', 'POST']
    : ['GET', 'HEAD'];
}

/** What the guard looks at. */
export type RequestFacts = { method: string; url: string; headers: IncomingHttpHeaders };

/** Probes of a kubelet come with the pod's address as `Host`; their answers tell nothing of the cluster. */
const probes = new Set(['/livez', '/readyz']);

function hasBody(headers: IncomingHttpHeaders): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

type Refuse = (code: HttpProblemCode, detail: string, hint: string) => ProblemDocument;

/**
 * Why a body is not read. A page of another site can post forms and plain text, but not JSON without being asked for
 * leave first, which it never gets.
 */
function bodyRefusal(headers: IncomingHttpHeaders, refuse: Refuse): ProblemDocument | null {
  if (!/^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(headers['content-type'] ?? '')) {
    return refuse('media-type', 'The body is not declared as JSON.', 'Send Content-Type: application/json.');
  }
  const length = headers['content-length'];
  if (headers['transfer-encoding'] !== undefined || length === undefined || !/^\d+$/.test(length)) {
    return refuse('length-required', 'The body came without its length.', 'Send Content-Length.');
  }
  if (Number(length) <= maxBodyBytes) return null;
  return refuse('body-too-large', `The body has ${length} bytes; ${maxBodyBytes} are read.`, 'Send less.');
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
  const allowed = allowedMethods(path);
  if (!allowed.includes(method)) {
    const hint = `Use ${allowed.join(' or ')}.`;
    return refuse('method-not-allowed', `${method.slice(0, 20)} is not answered here.`, hint);
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
  if (method === 'POST') return bodyRefusal(headers, refuse);
  if (hasBody(headers)) {
    return refuse('body-not-allowed', 'The request came with a body.', 'Put parameters in the query.');
  }
  return null;
}
