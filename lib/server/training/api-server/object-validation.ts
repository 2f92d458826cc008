import type { KubeObject } from './kube-object';
import type { RequestInfo } from './request-info';
import { apiVersionOf, type Resource } from './resource-table';
import { structOfKind } from './schema/kind-schema';
import { withoutUnknownFields } from './schema/unknown-fields';
import { badRequest, invalid } from './status-error';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

const subdomainRule =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

function goTypeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value === 'boolean' ? 'bool' : typeof value;
}

/** Refuses what would not even decode: Kubernetes' maps of strings hold strings only. */
function checkStringMaps(resource: Resource, object: Record<string, unknown>): void {
  const metadata = isObject(object.metadata) ? object.metadata : {};
  const maps: [string, unknown][] = [
    ['metadata.labels', metadata.labels],
    ['metadata.annotations', metadata.annotations],
    ...(resource.kind === 'ConfigMap' ? [['data', object.data] satisfies [string, unknown]] : []),
  ];
  for (const [field, map] of maps) {
    if (map === undefined || map === null) continue;
    const wrong = isObject(map) ? Object.values(map).find((value) => typeof value !== 'string') : map;
    if (wrong !== undefined) {
      throw badRequest(
        `${resource.kind} in version "${resource.version}" cannot be handled as a ${resource.kind}: json: cannot unmarshal ${goTypeOf(wrong)} into Go struct field ${resource.kind}.${field} of type string`,
      );
    }
  }
}

/** Leaves out what the kind has no field for, and refuses it, warns of it or ignores it as `fieldValidation` says. */
function checkFields(
  resource: Resource,
  info: RequestInfo,
  body: Record<string, unknown>,
): Record<string, unknown> {
  const struct = structOfKind(apiVersionOf(resource), resource.kind);
  if (struct === undefined) return body;
  const { object, unknown } = withoutUnknownFields(struct, body);
  const directive = info.query.get('fieldValidation') || 'Warn';
  if (unknown.length === 0 || directive === 'Ignore') return object;
  if (directive !== 'Strict') {
    info.warnings.push(...unknown);
    return object;
  }
  const message = `strict decoding error: ${unknown.join(', ')}`;
  if (info.verb === 'patch') {
    // The API server does not name the kind of what a patch would have made.
    throw invalid('', '', '', {
      reason: 'FieldValueInvalid',
      field: 'patch',
      message: `Invalid value: ${JSON.stringify(JSON.stringify(body))}: ${message}`,
    });
  }
  const { kind, version } = resource;
  throw badRequest(`${kind} in version "${version}" cannot be handled as a ${kind}: ${message}`);
}

/** A request's body as an object of the resource, its type and namespace filled in from the URL. */
export function decodeObject(resource: Resource, info: RequestInfo, body: unknown): KubeObject {
  if (!isObject(body)) {
    throw badRequest(
      `the object provided is unrecognized (must be of type ${resource.kind}): couldn't get version/kind; json parse error`,
    );
  }
  const apiVersion = apiVersionOf(resource);
  const given = body.apiVersion ?? apiVersion;
  if (given !== apiVersion || (body.kind ?? resource.kind) !== resource.kind) {
    throw badRequest(
      `the API version in the data (${String(given)}) does not match the expected API version (${apiVersion})`,
    );
  }
  const metadata: Record<string, unknown> = isObject(body.metadata) ? body.metadata : {};
  const namespace = metadata.namespace;
  if (resource.namespaced && namespace !== undefined && namespace !== '' && namespace !== info.namespace) {
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
  }
  if (info.name !== undefined && metadata.name !== undefined && metadata.name !== info.name) {
    throw badRequest(
      `the name of the object (${String(metadata.name)}) does not match the name on the URL (${info.name})`,
    );
  }
  checkStringMaps(resource, body);
  return {
    ...checkFields(resource, info, body),
    apiVersion,
    kind: resource.kind,
    metadata: {
      ...metadata,
      ...(info.name !== undefined && { name: info.name }),
      ...(resource.namespaced && info.namespace !== undefined && { namespace: info.namespace }),
    },
  };
}

/** Refuses a new object without a name, or with one that Kubernetes would not take. */
export function checkName(resource: Resource, object: KubeObject): void {
  const { name = '', generateName } = object.metadata;
  const kind = resource.kind;
  if (name === '' && generateName) return;
  const lenient = resource.group === 'rbac.authorization.k8s.io';
  if (name !== '' && (lenient || (name.length <= 253 && subdomain.test(name)))) return;
  const cause =
    name === ''
      ? { reason: 'FieldValueRequired', message: 'Required value: name or generateName is required' }
      : { reason: 'FieldValueInvalid', message: `Invalid value: "${name}": ${subdomainRule}` };
  throw invalid(kind, resource.group, name, { ...cause, field: 'metadata.name' });
}
