import { isStruct, jsonFieldsOf, splitType, type FieldType } from './kind-schema';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function prune(type: FieldType, value: unknown, path: string, unknown: string[]): unknown {
  const { container, inner } = splitType(type);
  if (container === 'list' && Array.isArray(value)) {
    return value.map((item, index) => prune(inner, item, `${path}[${index}]`, unknown));
  }
  if (!isObject(value)) return value;
  if (container === 'map') {
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([key, item]) => [key, prune(inner, item, `${path}.${key}`, unknown)]),
    );
  }
  return isStruct(type) ? pruneStruct(type, value, path, unknown) : value;
}

function pruneStruct(
  struct: string,
  value: Record<string, unknown>,
  path: string,
  unknown: string[],
): Record<string, unknown> {
  const fields = new Map(jsonFieldsOf(struct).map((field) => [field.name, field.type]));
  const kept: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    const type = fields.get(name);
    const at = path === '' ? name : `${path}.${name}`;
    if (type !== undefined) kept[name] = prune(type, item, at, unknown);
    else if (path === '' && (name === 'apiVersion' || name === 'kind')) kept[name] = item;
    else unknown.push(`unknown field "${at}"`);
  }
  return kept;
}

/**
 * An object of one of Kubernetes' own kinds without the fields that the kind does not have, as the API server stores
 * it, and what it says about each: `unknown field "spec.ports[0].prot"`.
 */
export function withoutUnknownFields(
  struct: string,
  object: Record<string, unknown>,
): { object: Record<string, unknown>; unknown: string[] } {
  const unknown: string[] = [];
  return { object: pruneStruct(struct, object, '', unknown), unknown };
}
