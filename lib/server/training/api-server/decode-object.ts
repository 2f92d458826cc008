import { decodeProblem } from './decode-problem';
import type { KubeObject } from './kube-object';
import type { RequestInfo } from './request-info';
import { apiVersionOf, type Resource } from './resource-table';
import { structOfKind } from './schema/kind-schema';
import { withoutUnknownFields } from './schema/unknown-fields';
import { badRequest, invalid, type StatusError } from './status-error';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isEmpty = (value: unknown) =>
  value === null ||
  (Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0);

/** Go leaves out maps and lists that are empty. */
function withoutEmpty(object: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).filter(([field, value]) => !fields.includes(field) || !isEmpty(value)),
  );
}

/** A value that is null decodes to the empty text. */
function textMap(map: unknown): unknown {
  if (!isObject(map)) return map;
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, value ?? '']));
}

const emptyInMetadata = ['labels', 'annotations', 'finalizers', 'ownerReferences'];
const emptyInConfigMap = ['data', 'binaryData'];

function checkType(resource: Resource, body: Record<string, unknown>): void {
  const apiVersion = apiVersionOf(resource);
  if (resource.custom && (!body.kind || !body.apiVersion)) {
    const missing = body.kind ? 'apiVersion' : 'Kind';
    throw badRequest(
      `the object provided is unrecognized (must be of type ${resource.kind}): Object '${missing}' is missing in '${JSON.stringify(body)}'`,
    );
  }
  const given = body.apiVersion ?? apiVersion;
  if (given !== apiVersion || (body.kind ?? resource.kind) !== resource.kind) {
    throw badRequest(
      `the API version in the data (${String(given)}) does not match the expected API version (${apiVersion})`,
    );
  }
}

function checkPlace(resource: Resource, info: RequestInfo, metadata: Record<string, unknown>): void {
  const { namespace, name } = metadata;
  if (resource.namespaced && namespace !== undefined && namespace !== '' && namespace !== info.namespace) {
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
  }
  if (info.name === undefined || name === info.name) return;
  throw badRequest(
    name === undefined || name === ''
      ? `the name of the object (${info.name} based on URL) was undeterminable: name must be provided`
      : `the name of the object (${String(name)}) does not match the name on the URL (${info.name})`,
  );
}

/** The template of a workload has metadata of its own. */
function withTemplate(body: Record<string, unknown>): Record<string, unknown> {
  const { spec } = body;
  if (!isObject(spec) || !isObject(spec.template) || !isObject(spec.template.metadata)) return body;
  const metadata = withoutEmpty(spec.template.metadata, emptyInMetadata);
  return { ...body, spec: { ...spec, template: { ...spec.template, metadata } } };
}

/** An object of the resource from what `checkType` and `decodeProblem` let pass. */
function completed(resource: Resource, info: RequestInfo, body: Record<string, unknown>): KubeObject {
  const metadata = isObject(body.metadata) ? body.metadata : {};
  checkPlace(resource, info, metadata);
  return {
    ...(resource.kind === 'ConfigMap'
      ? withoutEmpty({ ...body, data: textMap(body.data) ?? null }, emptyInConfigMap)
      : resource.custom
        ? body
        : withTemplate(body)),
    apiVersion: apiVersionOf(resource),
    kind: resource.kind,
    metadata: {
      ...withoutEmpty(metadata, emptyInMetadata),
      ...(info.name !== undefined && { name: info.name }),
      ...(resource.namespaced && info.namespace !== undefined && { namespace: info.namespace }),
    },
  };
}

/** The 422 for a patch that leaves no object of the kind. Kubernetes does not name the kind here. */
function notDecodable(patched: Record<string, unknown>, why: string): StatusError {
  const value = JSON.stringify(JSON.stringify(patched));
  return invalid('', '', '', {
    reason: 'FieldValueInvalid',
    message: `Invalid value: ${value}: ${why}`,
    field: 'patch',
  });
}

/** Leaves out what the kind has no field for, and refuses it, warns of it or ignores it as `fieldValidation` says. */
function checkFields(
  resource: Resource,
  info: RequestInfo,
  body: Record<string, unknown>,
  refuse: (why: string) => StatusError,
): Record<string, unknown> {
  const struct = structOfKind(apiVersionOf(resource), resource.kind);
  if (struct === undefined) return body;
  const { object, unknown } = withoutUnknownFields(struct, body);
  const directive = info.query.get('fieldValidation') || 'Warn';
  if (unknown.length === 0 || directive === 'Ignore') return object;
  if (directive === 'Strict') throw refuse(`strict decoding error: ${unknown.join(', ')}`);
  info.warnings.push(...unknown);
  return object;
}

/** A request's body as an object of the resource, its type and namespace filled in from the URL; throws 400. */
export function decodeObject(resource: Resource, info: RequestInfo, body: unknown): KubeObject {
  if (!isObject(body)) {
    throw badRequest(
      `the object provided is unrecognized (must be of type ${resource.kind}): couldn't get version/kind; json parse error`,
    );
  }
  checkType(resource, body);
  const { kind, version } = resource;
  const refuse = (why: string) =>
    badRequest(`${kind} in version "${version}" cannot be handled as a ${kind}: ${why}`);
  const problem = decodeProblem(resource, body);
  if (problem !== null) throw refuse(problem);
  return completed(resource, info, checkFields(resource, info, body, refuse));
}

/** What a patch made, as an object of the resource; throws 422 where it is none any more, 400 where it moved. */
export function decodePatched(resource: Resource, info: RequestInfo, patched: unknown): KubeObject {
  const object = isObject(patched) ? patched : {};
  const { apiVersion, kind } = object;
  if (apiVersion !== apiVersionOf(resource) || kind !== resource.kind) {
    const why = `no kind "${String(kind)}" is registered for version "${String(apiVersion)}"`;
    throw notDecodable(object, why);
  }
  const problem = decodeProblem(resource, object);
  if (problem !== null) throw notDecodable(object, problem);
  return completed(
    resource,
    info,
    checkFields(resource, info, object, (why) => notDecodable(object, why)),
  );
}
