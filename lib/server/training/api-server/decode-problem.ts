import type { Resource } from './resource-table';

type JsonObject = Record<string, unknown>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function goTypeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

function stringMapProblem(kind: string, field: string, map: unknown): string | null {
  if (map === undefined || map === null) return null;
  const wrong = isObject(map)
    ? Object.values(map).find((value) => value !== null && typeof value !== 'string')
    : map;
  if (wrong === undefined) return null;
  return `json: cannot unmarshal ${goTypeOf(wrong)} into Go struct field ${kind}.${field} of type string`;
}

/** RFC 3339 with the six digits of a MicroTime, which alone decode. */
const microTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}(Z|[-+]\d\d:\d\d)$/;

function leaseProblem({ spec }: JsonObject): string | null {
  if (!isObject(spec)) return null;
  for (const field of ['acquireTime', 'renewTime']) {
    const value = spec[field];
    if (value === undefined || value === null || microTime.test(String(value))) continue;
    const layout = '2006-01-02T15:04:05.000000Z07:00';
    return `parsing time ${JSON.stringify(value)} as "${layout}": cannot parse ${JSON.stringify(value)} as "${layout}"`;
  }
  for (const field of ['leaseDurationSeconds', 'leaseTransitions']) {
    const value = spec[field];
    if (value === undefined || value === null || Number.isInteger(value)) continue;
    return `json: cannot unmarshal ${goTypeOf(value)} into Go struct field LeaseSpec.spec.${field} of type int32`;
  }
  return null;
}

/**
 * Why a body would not even decode into the resource's Go type; null if it would. Checked for what people write:
 * maps of strings, and a Lease.
 */
export function decodeProblem(resource: Pick<Resource, 'kind'>, object: JsonObject): string | null {
  const metadata = isObject(object.metadata) ? object.metadata : {};
  const { kind } = resource;
  return (
    stringMapProblem('ObjectMeta', 'metadata.labels', metadata.labels) ??
    stringMapProblem('ObjectMeta', 'metadata.annotations', metadata.annotations) ??
    (kind === 'ConfigMap' ? stringMapProblem(kind, 'data', object.data) : null) ??
    (kind === 'Lease' ? leaseProblem(object) : null)
  );
}
