import { qualifiedName, type Resource } from './resource-table';

export type StatusCause = { reason?: string; message?: string; field?: string };

/** A Kubernetes `Status` object, as in the body of every failed request. */
export type Status = {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: { continue?: string };
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

  constructor(code: number, reason: string | null, message: string, details?: Status['details']) {
    super(message);
    this.name = 'StatusError';
    this.code = code;
    this.status = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      ...(reason !== null && { reason }),
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

/** 409: a precondition of a delete does not hold. Kubernetes names the kind here, not the resource. */
export function preconditionFailed(
  { kind, group }: Pick<Resource, 'kind' | 'group'>,
  name: string,
  why: string,
): StatusError {
  const qualified = group === '' ? kind : `${kind}.${group}`;
  return new StatusError(409, 'Conflict', `Operation cannot be fulfilled on ${qualified} "${name}": ${why}`, {
    name,
    ...(group && { group }),
    kind,
  });
}

/** 400 */
export function badRequest(message: string): StatusError {
  return new StatusError(400, 'BadRequest', message);
}

/** 422: fields are not as the schema wants them; at least one cause. */
export function invalid(kind: string, group: string, name: string, ...causes: StatusCause[]): StatusError {
  const qualified = group === '' ? kind : `${kind}.${group}`;
  const said = causes.map(({ field, message }) => `${field ?? ''}: ${message ?? ''}`);
  const all = said.length === 1 ? said.join() : `[${said.join(', ')}]`;
  return new StatusError(422, 'Invalid', `${qualified} "${name}" is invalid: ${all}`, {
    ...(name && { name }),
    ...(group && { group }),
    ...(kind && { kind }),
    causes,
  });
}

/** 500 of an error that has no class of its own in Kubernetes: neither reason nor details. */
export function serverError(message: string): StatusError {
  return new StatusError(500, null, message);
}

/** 401 */
export function unauthorized(): StatusError {
  return new StatusError(401, 'Unauthorized', 'Unauthorized');
}

/** 410: the revision asked for is no longer in the history. `continueToken` leads to the rest as it is now. */
export function expired(message: string, continueToken?: string): StatusError {
  const error = new StatusError(410, 'Expired', message);
  if (continueToken !== undefined) error.status.metadata.continue = continueToken;
  return error;
}

/** 504: the revision asked for is still to come. */
export function tooLargeRevision(wanted: number, current: number): StatusError {
  return new StatusError(
    504,
    'Timeout',
    `Timeout: Too large resource version: ${wanted}, current: ${current}`,
    {
      causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }],
      retryAfterSeconds: 1,
    },
  );
}

/** 415 */
export function unsupportedMediaType(accepted: readonly string[]): StatusError {
  return new StatusError(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${accepted.join(', ')}`,
  );
}

/** 415: a PATCH with a body that is of no patch's type. */
export function notAPatch(): StatusError {
  return new StatusError(415, 'UnsupportedMediaType', '415: Unsupported Media Type', {});
}

/** 500 */
export function internalError(message: string): StatusError {
  return new StatusError(500, 'InternalError', `Internal error occurred: ${message}`, {
    causes: [{ message }],
  });
}
