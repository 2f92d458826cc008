/** The whole Status of a refusal, as its body must be. */
export function refusal(code: number, reason: string, message: unknown, details?: object): object {
  return {
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

/** A refusal that has neither reason nor details: an error that is of no class in Kubernetes. */
export function serverFailure(message: string): object {
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, code: 500 };
}

const because = {
  required: 'FieldValueRequired',
  invalid: 'FieldValueInvalid',
  forbidden: 'FieldValueForbidden',
  unsupported: 'FieldValueNotSupported',
  type: 'FieldValueTypeInvalid',
  long: 'FieldValueTooLong',
} as const;

/** The 422 for one field of an object. `what`: `DaemonSet.apps`. */
export function invalidField(
  what: string,
  name: string,
  [kind, field, message]: [reason: keyof typeof because, field: string, message: string],
): object {
  const [own = '', ...group] = what.split('.');
  return refusal(422, 'Invalid', `${what} "${name}" is invalid: ${field}: ${message}`, {
    ...(name && { name }),
    ...(group.length > 0 && { group: group.join('.') }),
    kind: own,
    causes: [{ reason: because[kind], message, field }],
  });
}
