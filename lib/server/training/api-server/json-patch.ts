import jsonPatch, { type Operation } from 'fast-json-patch';
import { badRequest, StatusError } from './status-error';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The operation as the API server's library (evanphx/json-patch) takes it where it is laxer than RFC 6902: to replace
 * a key that an object lacks adds it, and a value that is left out is null.
 */
function asTaken(document: object, operation: Record<string, unknown>): Operation {
  const taken = 'value' in operation ? operation : { ...operation, value: null };
  const path = String(operation.path);
  const lacks = operation.op === 'replace' && jsonPatch.getValueByPointer(document, path) === undefined;
  // What applyOperation does not know it refuses, by its own check.
  return { ...taken, ...(lacks && { op: 'add' }) } as Operation;
}

/** Applies a JSON patch (RFC 6902); throws 400 for what is no list of operations, 422 where one does not apply. */
export function applyJsonPatch(current: object, patch: unknown): unknown {
  if (!Array.isArray(patch) || !patch.every(isObject)) {
    throw badRequest(
      'error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp',
    );
  }
  try {
    let document: object = structuredClone(current);
    for (const operation of patch) {
      document = jsonPatch.applyOperation(document, asTaken(document, operation), true).newDocument;
    }
    return document;
  } catch {
    // The API server does not say why either.
    throw new StatusError(
      422,
      'Invalid',
      'the server rejected our request due to an error in our request',
      {},
    );
  }
}
