import { identityIn, orderMerged } from './merged-list-order';
import { serverError } from './status-error';

type Json = unknown;
type JsonObject = Record<string, Json>;

/**
 * The lists that a strategic merge patch merges, by the name of the field, with the key that tells their items
 * apart (the `patchMergeKey` tags of k8s.io/api, v1.27 to v1.33). Every other list is replaced as a whole,
 * `tolerations` and `taints` included. `null`: a list of plain values that is merged as a set.
 */
const mergeKeys: Record<string, string | null> = {
  containers: 'name',
  initContainers: 'name',
  ephemeralContainers: 'name',
  env: 'name',
  volumes: 'name',
  volumeMounts: 'mountPath',
  volumeDevices: 'devicePath',
  imagePullSecrets: 'name',
  secrets: 'name',
  resourceClaims: 'name',
  hostAliases: 'ip',
  podIPs: 'ip',
  hostIPs: 'ip',
  topologySpreadConstraints: 'topologyKey',
  ownerReferences: 'uid',
  conditions: 'type',
  addresses: 'type',
  finalizers: null,
  podCIDRs: null,
};

/** `ports` has its key by where it stands: a container's by containerPort, a Service's by port. */
function mergeKeyOf(field: string, items: readonly Json[]): string | null | undefined {
  if (field !== 'ports') return mergeKeys[field];
  return items.some((item) => isObject(item) && 'containerPort' in item) ? 'containerPort' : 'port';
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Go's `%v` of a map, as it stands in the API server's messages. */
function goText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(goText).join(' ')}]`;
  if (!isObject(value)) return value === null ? '<nil>' : String(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `map[${entries.map(([key, item]) => `${key}:${goText(item)}`).join(' ')}]`;
}

/** What a patch brings where there was nothing: all but the nulls and whatever carries a `$patch`, for which it is undefined. */
function withoutDirectives(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutDirectives).filter((item) => item !== undefined);
  if (!isObject(value)) return value;
  if ('$patch' in value) return undefined;
  const entries = Object.entries(value).filter(([key, item]) => item !== null && !key.startsWith('$'));
  return Object.fromEntries(
    entries
      .map(([key, item]) => [key, withoutDirectives(item)] as const)
      .filter(([, item]) => item !== undefined),
  );
}

function mergeSet(current: readonly Json[], patch: readonly Json[]): Json[] {
  const merged = [...new Set([...current, ...patch])];
  return orderMerged({ merged, before: current, order: patch, key: null });
}

function checkItem(item: Json, key: string): JsonObject {
  if (!isObject(item)) {
    throw serverError(`The order in patch list:\n${goText(item)}\n doesn't match its merge key ${key}`);
  }
  const { $patch: directive } = item;
  if (directive === 'replace') return item;
  if (directive !== undefined && directive !== 'delete') {
    throw serverError(`unknown patch type: ${goText(directive)} in map: ${goText(item)}`);
  }
  if (!(key in item)) throw serverError(`map: ${goText(item)} does not contain declared merge key: ${key}`);
  return item;
}

function mergeList(current: readonly Json[], patch: readonly Json[], key: string): Json[] {
  const items = patch.map((item) => checkItem(item, key));
  const plain = items.filter(({ $patch: directive }) => directive === undefined);
  if (items.some(({ $patch: directive }) => directive === 'replace')) return plain;
  const deleted = items.filter(({ $patch: directive }) => directive === 'delete').map((item) => item[key]);
  const before = current.filter((item) => !deleted.includes(identityIn(item, key)));
  const merged = [...before];
  for (const item of plain) {
    const index = merged.findIndex((other) => identityIn(other, key) === item[key]);
    const found = merged[index];
    if (isObject(found)) merged[index] = strategicMergePatch(found, item);
    else merged.push(withoutDirectives(item));
  }
  return orderMerged({ merged, before, order: plain, key });
}

/**
 * Applies a strategic merge patch, its directives `$patch`, `$retainKeys`, `$setElementOrder/…` and
 * `$deleteFromPrimitiveList/…` included. The inputs stay as they are. Throws 500, as the API server does, for a list
 * item without its merge key and for an unknown `$patch`.
 */
export function strategicMergePatch(current: JsonObject, patch: JsonObject): JsonObject {
  const { $patch: directive } = patch;
  if (directive === 'delete') return {};
  if (directive !== undefined && directive !== 'replace') {
    throw serverError(`unknown patch type: ${goText(directive)} in map: ${goText(patch)}`);
  }
  if (directive === 'replace') {
    return Object.fromEntries(Object.entries(patch).filter(([key]) => key !== '$patch'));
  }
  const result: JsonObject = { ...current };
  if (Array.isArray(patch.$retainKeys)) {
    for (const key of Object.keys(result)) if (!patch.$retainKeys.includes(key)) delete result[key];
  }
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith('$')) continue;
    const before = result[key];
    if (value === null) {
      delete result[key];
    } else if (Array.isArray(value) && Array.isArray(before)) {
      const mergeKey = mergeKeyOf(key, [...value, ...before]);
      if (mergeKey === undefined) result[key] = value;
      else result[key] = mergeKey === null ? mergeSet(before, value) : mergeList(before, value, mergeKey);
    } else if (isObject(value) && isObject(before)) {
      result[key] = strategicMergePatch(before, value);
    } else {
      const taken = withoutDirectives(value);
      if (taken === undefined) delete result[key];
      else result[key] = taken;
    }
  }
  applyListDirectives(result, current, patch);
  return result;
}

function applyListDirectives(result: JsonObject, current: JsonObject, patch: JsonObject): void {
  for (const [directive, value] of Object.entries(patch)) {
    const [kind, field = ''] = directive.split('/');
    const list = result[field];
    if (!Array.isArray(list)) continue;
    if (kind === '$deleteFromPrimitiveList' && Array.isArray(value)) {
      result[field] = list.filter((item) => !value.includes(item));
    } else if (kind === '$setElementOrder') {
      if (!Array.isArray(value))
        throw serverError(`expected a []interface {}, but received a ${typeof value}`);
      const before = Array.isArray(current[field]) ? current[field] : [];
      result[field] = orderMerged({
        merged: list,
        before,
        order: value,
        key: mergeKeyOf(field, list) ?? null,
      });
    }
  }
}
