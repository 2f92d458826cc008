import type { ProblemDocument } from '@/lib/snapshot/problem-document';

/** The failures that the HTTP API itself knows, beside those of the cluster. */
export type HttpProblemCode =
  | 'bad-request'
  | 'foreign-host'
  | 'foreign-origin'
  | 'method-not-allowed'
  | 'not-found'
  | 'not-started'
  | 'internal'
  | 'malformed-uri'
  | 'uri-too-long'
  | 'body-not-allowed'
  | 'body-too-large'
  | 'length-required'
  | 'media-type'
  | 'forbidden'
  | 'conflict'
  | 'not-applicable'
  | 'cluster-failed';

const facts: Record<HttpProblemCode, { status: number; title: string }> = {
  'bad-request': { status: 400, title: 'A parameter is not valid' },
  'foreign-host': { status: 403, title: 'This host name is not served here' },
  'foreign-origin': { status: 403, title: 'Requests from other sites are refused' },
  'method-not-allowed': { status: 405, title: 'This server only answers questions' },
  'not-found': { status: 404, title: 'Not found' },
  'not-started': { status: 503, title: 'The collector is not running' },
  internal: { status: 500, title: 'The server failed' },
  'malformed-uri': { status: 400, title: 'The address is not well-formed' },
  'uri-too-long': { status: 414, title: 'The address is too long' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'length-required': { status: 411, title: 'The length of the body must be given' },
  'media-type': { status: 415, title: 'The body must be JSON' },
  'body-not-allowed': { status: 413, title: 'A question has no body' },
  forbidden: { status: 403, title: 'This may not be changed from here' },
  conflict: { status: 409, title: 'Something else is under way' },
  'not-applicable': { status: 422, title: 'The plan cannot be applied' },
  'cluster-failed': { status: 502, title: 'The API server did not do it' },
};

/** What differs from one occurrence of a problem to the next. */
export type ProblemOccurrence = Pick<ProblemDocument, 'detail' | 'hint' | 'instance' | 'errors' | 'rules'>;

/** The problem document of one occurrence; `type`, `title` and `status` follow from the code. */
export function problemDocument(code: HttpProblemCode, occurrence: ProblemOccurrence): ProblemDocument {
  return { type: `urn:kpr-explorer:problem:${code}`, ...facts[code], ...occurrence };
}
