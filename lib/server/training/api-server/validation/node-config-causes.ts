import type { StatusCause } from '../status-error';

type JsonObject = Record<string, unknown>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function schemaType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (value === null) return 'null';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function wrongType(field: string, value: unknown, wanted: string): StatusCause {
  const type = schemaType(value);
  return {
    reason: 'FieldValueTypeInvalid',
    message: `Invalid value: "${type}": ${field} in body must be of type ${wanted}: "${type}"`,
    field,
  };
}

function objectCauses(field: string, value: unknown): StatusCause[] {
  if (value === undefined) return [{ reason: 'FieldValueRequired', message: 'Required value', field }];
  return isObject(value) ? [] : [wrongType(field, value, 'object')];
}

/** What is wrong with a CiliumNodeConfig, by the schema of its CustomResourceDefinition (Cilium 1.13 to 1.20). */
export function nodeConfigCauses({ spec }: JsonObject): StatusCause[] {
  if (!isObject(spec)) return objectCauses('spec', spec);
  const { defaults, nodeSelector } = spec;
  return [
    ...objectCauses('spec.defaults', defaults),
    ...Object.entries(isObject(defaults) ? defaults : {})
      .filter(([, value]) => typeof value !== 'string')
      .map(([key, value]) => wrongType(`spec.defaults.${key}`, value, 'string')),
    ...objectCauses('spec.nodeSelector', nodeSelector),
  ];
}
