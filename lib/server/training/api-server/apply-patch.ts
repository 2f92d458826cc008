import jsonPatch, { type Operation } from 'fast-json-patch';
import type { KubeObject } from './kube-object';
import { mergePatch } from './merge-patch';
import type { Resource } from './resource-table';
import { badRequest, StatusError, unsupportedMediaType } from './status-error';
import { strategicMergePatch } from './strategic-merge-patch';

const jsonPatchType = 'application/json-patch+json';
const mergePatchType = 'application/merge-patch+json';
const strategicPatchType = 'application/strategic-merge-patch+json';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOperation(value: unknown): value is Operation {
  return isObject(value) && typeof value.op === 'string' && typeof value.path === 'string';
}

function applyJsonPatch(current: KubeObject, patch: unknown): unknown {
  if (!Array.isArray(patch) || !patch.every(isOperation)) {
    throw badRequest('json: cannot unmarshal object into Go value of type jsonpatch.Patch');
  }
  try {
    return jsonPatch.applyPatch(structuredClone(current), patch, true).newDocument;
  } catch (error) {
    // The library words its errors for programmers, over several lines; the first names the operation's fault.
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new StatusError(
      422,
      'Invalid',
      `the server rejected our request due to an error in our request: ${why}`,
      {},
    );
  }
}

/** The object that a PATCH makes of the current one; throws 400, 415 or 422 for a patch that does not apply. */
export function applyPatch(
  resource: Resource,
  current: KubeObject,
  contentType: string,
  patch: unknown,
): KubeObject {
  const accepted = [jsonPatchType, mergePatchType, ...(resource.custom ? [] : [strategicPatchType])];
  if (!accepted.includes(contentType)) throw unsupportedMediaType(accepted);
  let patched: unknown;
  if (contentType === jsonPatchType) patched = applyJsonPatch(current, patch);
  else if (!isObject(patch))
    throw badRequest('cannot unmarshal the patch into a Go value of type map[string]interface {}');
  else if (contentType === mergePatchType) patched = mergePatch(current, patch);
  else patched = strategicMergePatch(current, patch);
  if (!isObject(patched) || !isObject(patched.metadata)) throw badRequest('the patch leaves no object');
  return { ...patched, apiVersion: current.apiVersion, kind: current.kind, metadata: patched.metadata };
}
