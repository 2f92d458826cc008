import { jsonFieldsOf, isStruct, splitType, type FieldType, type SchemaField } from './kind-schema';

type JsonObject = Record<string, unknown>;

const plain: Readonly<Record<string, JsonObject>> = {
  string: { type: 'string' },
  bool: { type: 'boolean' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  bytes: { type: 'string', format: 'byte' },
  Time: { type: 'string', format: 'date-time' },
  MicroTime: { type: 'string', format: 'date-time' },
  RawJSON: { type: 'object' },
};

/** Types that are no structs and yet stand under names of their own. */
const named: Readonly<Record<string, { name: string; schema: JsonObject }>> = {
  Quantity: {
    name: 'io.k8s.apimachinery.pkg.api.resource.Quantity',
    schema: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  },
  IntOrString: {
    name: 'io.k8s.apimachinery.pkg.util.intstr.IntOrString',
    schema: { format: 'int-or-string', oneOf: [{ type: 'integer' }, { type: 'string' }] },
  },
};

const reference = (name: string) => ({ allOf: [{ $ref: `#/components/schemas/${name}` }] });

/** `io.k8s.api.core.v1.Pod`: the name that a struct has in Kubernetes' OpenAPI documents. */
export function openAPIName(struct: string): string {
  return `io.k8s.${struct.startsWith('meta.') ? 'apimachinery.pkg.apis' : 'api'}.${struct}`;
}

function schemaOfType(type: FieldType): JsonObject {
  const { container, inner } = splitType(type);
  if (container === 'list') return { type: 'array', items: schemaOfType(inner) };
  if (container === 'map') return { type: 'object', additionalProperties: schemaOfType(inner) };
  if (isStruct(type)) return reference(openAPIName(type));
  const own = named[type];
  if (own) return reference(own.name);
  return plain[type] ?? { type: 'string' };
}

function schemaOfField({ type, patchStrategy, patchMergeKey }: SchemaField): JsonObject {
  return {
    ...schemaOfType(type),
    ...(patchStrategy !== undefined && { 'x-kubernetes-patch-strategy': patchStrategy }),
    ...(patchMergeKey !== undefined && { 'x-kubernetes-patch-merge-key': patchMergeKey }),
  };
}

/** The schema of one struct; every kind of object also says what it is. */
function schemaOf(struct: string, isKind: boolean): JsonObject {
  const own = jsonFieldsOf(struct).map((field) => [field.name, schemaOfField(field)] as const);
  const typeMeta = isKind ? { apiVersion: plain.string, kind: plain.string } : {};
  return { type: 'object', properties: { ...typeMeta, ...Object.fromEntries(own) } };
}

function collect(struct: string, isKind: boolean, found: Map<string, JsonObject>): void {
  const name = openAPIName(struct);
  if (found.has(name)) return;
  found.set(name, schemaOf(struct, isKind));
  for (const { type } of jsonFieldsOf(struct)) {
    let { inner } = splitType(type);
    while (splitType(inner).container !== null) ({ inner } = splitType(inner));
    const own = named[inner];
    if (own) found.set(own.name, own.schema);
    if (isStruct(inner)) collect(inner, false, found);
  }
}

/** The schemas of a kind and of every struct in it, by their names; what is there already stays. */
export function addSchemas(struct: string, found: Map<string, JsonObject>): void {
  collect(struct, true, found);
}
