import { applyJsonPatch } from './json-patch';
import type { KubeObject } from './kube-object';
import { mergePatch } from './merge-patch';
import type { Resource } from './resource-table';
import { badRequest, notAPatch, unsupportedMediaType } from './status-error';
import { strategicMergePatch } from './strategic-merge-patch';

const jsonPatchType = 'application/json-patch+json';
const mergePatchType = 'application/merge-patch+json';
const strategicPatchType = 'application/strategic-merge-patch+json';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What a PATCH makes of the current object, unchecked; throws 400, 415, 422 or 500 for a patch that does not apply.
 * Server-side apply is not served: nobody here writes with it.
 */
export function applyPatch(
  resource: Resource,
  current: KubeObject,
  contentType: string,
  patch: unknown,
): unknown {
  const accepted = [jsonPatchType, mergePatchType, ...(resource.custom ? [] : [strategicPatchType])];
  if (!accepted.includes(contentType)) {
    throw contentType === strategicPatchType ? unsupportedMediaType(accepted) : notAPatch();
  }
  if (contentType === jsonPatchType) return applyJsonPatch(current, patch);
  if (!isObject(patch)) {
    throw badRequest(
      'error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}',
    );
  }
  return contentType === mergePatchType ? mergePatch(current, patch) : strategicMergePatch(current, patch);
}
