import table from './kind-schema.json' with { type: 'json' };

/** `string`, `int32`, `Time` … or a struct of the table; `[]` a list of it, `map:` a map from strings to it. */
export type FieldType = string;

/** One field of one of Kubernetes' own types, as the `protobuf`, `json` and `patch…` tags of its Go struct have it. */
export type SchemaField = {
  name: string;
  number: number;
  type: FieldType;
  /** Its own fields stand in the JSON of the type around it. */
  inline: boolean;
  /** JSON has no zero value of it. */
  omitEmpty: boolean;
  /** Its zero value differs from its absence. */
  pointer: boolean;
  /** How a strategic merge patch treats it: `merge`, `retainKeys`, or both. */
  patchStrategy?: string;
  patchMergeKey?: string;
};

const kinds: Readonly<Record<string, string>> = table.kinds;
const types: Readonly<Record<string, Readonly<Record<string, string>>>> = table.types;
const read = new Map<string, readonly SchemaField[]>();

function readField(name: string, row: string): SchemaField {
  const [number, type = '', ...rest] = row.split(' ');
  const flags = /^[iop]+$/.test(rest[0] ?? '') ? (rest.shift() ?? '') : '';
  const [patchStrategy, patchMergeKey] = rest;
  return {
    name,
    number: Number(number),
    type,
    inline: flags.includes('i'),
    omitEmpty: flags.includes('o'),
    pointer: flags.includes('p'),
    ...(patchStrategy !== undefined && { patchStrategy }),
    ...(patchMergeKey !== undefined && { patchMergeKey }),
  };
}

/** The struct behind a kind, e.g. `core.v1.Pod` for `v1` and `Pod`; undefined for a kind that the table lacks. */
export function structOfKind(apiVersion: string, kind: string): string | undefined {
  // Every group takes the same DeleteOptions; SelfSubjectReview is the same in its beta.
  if (kind === 'DeleteOptions') return kinds['v1 DeleteOptions'];
  return kinds[
    `${apiVersion.replace(/^authentication\.k8s\.io\/v1beta1$/, 'authentication.k8s.io/v1')} ${kind}`
  ];
}

/** Whether a type is a struct with fields of its own. */
export function isStruct(type: FieldType): boolean {
  return type in types;
}

/** The fields of a struct as Go declares them, inline ones not yet dissolved. */
export function fieldsOf(struct: string): readonly SchemaField[] {
  let fields = read.get(struct);
  if (!fields) {
    fields = Object.entries(types[struct] ?? {}).map(([name, row]) => readField(name, row));
    read.set(struct, fields);
  }
  return fields;
}

/** The fields that a struct has in JSON. */
export function jsonFieldsOf(struct: string): readonly SchemaField[] {
  return fieldsOf(struct).flatMap((field) => (field.inline ? jsonFieldsOf(field.type) : [field]));
}

const outer = /^(\[\]|map:|list:)(.*)$/;

/** Splits `[]T` and `map:T` into container and T; a named list counts as a list. */
export function splitType(type: FieldType): { container: 'list' | 'map' | null; inner: FieldType } {
  const match = outer.exec(type);
  if (!match) return { container: null, inner: type };
  return { container: match[1] === 'map:' ? 'map' : 'list', inner: match[2] ?? '' };
}
