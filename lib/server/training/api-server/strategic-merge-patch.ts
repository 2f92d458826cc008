import { isDeepStrictEqual } from 'node:util';

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

function orderedAs(items: readonly Json[], order: Json, key: string | null): Json[] {
  if (!Array.isArray(order)) return [...items];
  const identity = (value: Json) => (key !== null && isObject(value) ? value[key] : value);
  const wanted = order.map(identity);
  const rank = (item: Json) => {
    const index = wanted.indexOf(identity(item));
    return index < 0 ? wanted.length : index;
  };
  return [...items].sort((a, b) => rank(a) - rank(b));
}

function mergeSet(current: readonly Json[], patch: readonly Json[]): Json[] {
  return [...current, ...patch.filter((value) => !current.some((other) => isDeepStrictEqual(other, value)))];
}

function mergeList(current: readonly Json[], patch: readonly Json[], key: string): Json[] {
  if (patch.some((item) => isObject(item) && item.$patch === 'replace' && !(key in item))) {
    return patch.filter((item) => !(isObject(item) && item.$patch === 'replace'));
  }
  let merged = [...current];
  for (const item of patch) {
    if (!isObject(item)) continue;
    const index = merged.findIndex((other) => isObject(other) && other[key] === item[key]);
    const found = merged[index];
    if (item.$patch === 'delete') merged = merged.filter((_, at) => at !== index);
    else if (index >= 0 && isObject(found)) merged[index] = strategicMergePatch(found, item);
    else merged.push(strategicMergePatch({}, item));
  }
  return merged;
}

/**
 * Applies a strategic merge patch, its directives `$patch`, `$retainKeys`, `$setElementOrder/…` and
 * `$deleteFromPrimitiveList/…` included. The inputs stay as they are.
 */
export function strategicMergePatch(current: JsonObject, patch: JsonObject): JsonObject {
  if (patch.$patch === 'delete') return {};
  if (patch.$patch === 'replace') {
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
    } else if (Array.isArray(value)) {
      const list = Array.isArray(before) ? before : [];
      const mergeKey = mergeKeyOf(key, [...value, ...list]);
      if (mergeKey === undefined) result[key] = value;
      else result[key] = mergeKey === null ? mergeSet(list, value) : mergeList(list, value, mergeKey);
    } else if (isObject(value)) {
      result[key] = strategicMergePatch(isObject(before) ? before : {}, value);
    } else {
      result[key] = value;
    }
  }
  applyListDirectives(result, patch);
  return result;
}

function applyListDirectives(result: JsonObject, patch: JsonObject): void {
  for (const [directive, value] of Object.entries(patch)) {
    const [kind, field = ''] = directive.split('/');
    const list = result[field];
    if (!Array.isArray(list)) continue;
    if (kind === '$deleteFromPrimitiveList' && Array.isArray(value)) {
      result[field] = list.filter((item) => !value.includes(item));
    } else if (kind === '$setElementOrder') {
      result[field] = orderedAs(list, value, mergeKeyOf(field, list) ?? null);
    }
  }
}
