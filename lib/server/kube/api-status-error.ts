import { KubeError } from './kube-error';

/** The fields of a Kubernetes `Status` that we read. */
export type ApiStatus = {
  status?: string;
  reason?: string;
  message?: string;
  code?: number;
  details?: { causes?: { reason?: string; message?: string }[]; retryAfterSeconds?: number };
};

const messageMaxChars = 600;

/** The API server answered with a failure. */
export class ApiStatusError extends KubeError {
  override name = 'ApiStatusError';
  readonly httpStatus: number;
  readonly reason: string | null;
  /** How long the server wants us to wait; null where it did not say. */
  readonly retryAfterMs: number | null;

  constructor(what: string, httpStatus: number, status: ApiStatus | null, retryAfterMs: number | null) {
    const said = (status?.message ?? '').slice(0, messageMaxChars);
    const words = wordsOf(what, httpStatus, said);
    super(words.code, words);
    this.httpStatus = httpStatus;
    this.reason = status?.reason ?? null;
    this.retryAfterMs = retryAfterMs;
  }
}

/** 401: the API server does not know who we are. */
export class UnauthenticatedError extends ApiStatusError {
  override name = 'UnauthenticatedError';
}

/** 403: it knows, and says no. */
export class ForbiddenError extends ApiStatusError {
  override name = 'ForbiddenError';
}

/** Gives the error class for a status of the API server. `what` names the request: `list pods`. */
export function toApiStatusError(
  what: string,
  httpStatus: number,
  body: string,
  retryAfterHeader: string | undefined,
): ApiStatusError {
  const status = parseStatus(body);
  const retryAfterMs = toRetryAfterMs(retryAfterHeader, status);
  if (httpStatus === 401) return new UnauthenticatedError(what, httpStatus, status, retryAfterMs);
  if (httpStatus === 403) return new ForbiddenError(what, httpStatus, status, retryAfterMs);
  return new ApiStatusError(what, httpStatus, status, retryAfterMs);
}

function parseStatus(body: string): ApiStatus | null {
  try {
    const parsed: unknown = JSON.parse(body);
    // A Status has optional fields only, and each is checked by type where it is used.
    return typeof parsed === 'object' && parsed !== null ? (parsed as ApiStatus) : null;
  } catch {
    return body.trim() === '' ? null : { message: body.trim() };
  }
}

const retryAfterMaxSeconds = 120;

function toRetryAfterMs(header: string | undefined, status: ApiStatus | null): number | null {
  const seconds = Number(header ?? status?.details?.retryAfterSeconds ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, retryAfterMaxSeconds) * 1000 : null;
}

function wordsOf(what: string, httpStatus: number, said: string) {
  const tail = said === '' ? '' : `: ${said.replace(/\.$/, '')}`;
  switch (httpStatus) {
    case 401:
      return {
        code: 'unauthenticated' as const,
        title: 'Not logged in',
        detail: `The API server does not accept our credentials (401)${tail}.`,
        hint: 'Log in again, or choose a context whose credentials are valid.',
      };
    case 403:
      return {
        code: 'forbidden' as const,
        title: 'Forbidden',
        detail: `We may not ${what} (403)${tail}.`,
        hint: 'Ask for this permission, or choose a user who has it.',
      };
    case 404:
      return {
        code: 'not-found' as const,
        title: 'Not found',
        detail: `The API server knows nothing under this address for: ${what} (404)${tail}.`,
        hint: 'It may have been deleted a moment ago.',
      };
    case 429:
      return {
        code: 'throttled' as const,
        title: 'API server busy',
        detail: `The API server asks us to wait (429) on: ${what}${tail}.`,
        hint: 'It is tried again after the time the server asked for.',
      };
    default:
      return {
        code: httpStatus >= 500 ? ('server-error' as const) : ('bad-request' as const),
        title: httpStatus >= 500 ? 'API server failed' : 'Request refused',
        detail: `The API server answered ${httpStatus} to: ${what}${tail}.`,
        hint: httpStatus >= 500 ? 'It is tried again by itself.' : 'The server may be of an unknown version.',
      };
  }
}
