import { qualifiedName, type Resource } from './resource-table';

export type StatusCause = { reason?: string; message?: string; field?: string };

/** A Kubernetes `Status` object, as in the body of every failed request. */
export type Status = {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: Record<string, never>;
  status: 'Success' | 'Failure';
  message?: string;
  reason?: string;
  details?: {
    name?: string;
    group?: string;
    kind?: string;
    uid?: string;
    causes?: StatusCause[];
    retryAfterSeconds?: number;
  };
  code?: number;
};

/** A request that the API server refuses, in Kubernetes' own words (apimachinery, pkg/api/errors). */
export class StatusError extends Error {
  readonly status: Status;
  readonly code: number;

  constructor(code: number, reason: string, message: string, details?: Status['details']) {
    super(message);
    this.name = 'StatusError';
    this.code = code;
    this.status = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      reason,
      ...(details && { details }),
      code,
    };
  }
}

type Target = Pick<Resource, 'group' | 'plural'>;

function details(target: Target, name?: string): Status['details'] {
  return { ...(name && { name }), ...(target.group && { group: target.group }), kind: target.plural };
}

/** 404: the object is not there. */
export function notFound(target: Target, name: string): StatusError {
  return new StatusError(
    404,
    'NotFound',
    `${qualifiedName(target)} "${name}" not found`,
    details(target, name),
  );
}

/** 404: no such resource or path. */
export function noSuchResource(): StatusError {
  return new StatusError(404, 'NotFound', 'the server could not find the requested resource', {});
}

/** 405 */
export function methodNotAllowed(): StatusError {
  return new StatusError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );
}

/** 409: create of what exists. */
export function alreadyExists(target: Target, name: string): StatusError {
  return new StatusError(
    409,
    'AlreadyExists',
    `${qualifiedName(target)} "${name}" already exists`,
    details(target, name),
  );
}

/** 409: the object changed since the writer read it, or a precondition does not hold. */
export function conflict(target: Target, name: string, why?: string): StatusError {
  const cause =
    why ?? 'the object has been modified; please apply your changes to the latest version and try again';
  return new StatusError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualifiedName(target)} "${name}": ${cause}`,
    details(target, name),
  );
}

/** 400 */
export function badRequest(message: string): StatusError {
  return new StatusError(400, 'BadRequest', message);
}

/** 422: one field is not as the schema wants it. */
export function invalid(kind: string, group: string, name: string, cause: StatusCause): StatusError {
  const qualified = group === '' ? kind : `${kind}.${group}`;
  return new StatusError(
    422,
    'Invalid',
    `${qualified} "${name}" is invalid: ${cause.field ?? ''}: ${cause.message ?? ''}`,
    { name, ...(group && { group }), kind, causes: [cause] },
  );
}

/** 401 */
export function unauthorized(): StatusError {
  return new StatusError(401, 'Unauthorized', 'Unauthorized');
}

/** 410: the revision asked for is no longer in the history. */
export function expired(message: string): StatusError {
  return new StatusError(410, 'Expired', message);
}

/** 415 */
export function unsupportedMediaType(accepted: readonly string[]): StatusError {
  return new StatusError(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${accepted.join(', ')}`,
  );
}

/** 500 */
export function internalError(message: string): StatusError {
  return new StatusError(500, 'InternalError', `Internal error occurred: ${message}`, {
    causes: [{ message }],
  });
}
