import { createHash } from 'node:crypto';
import type { ApiContext } from './api-context';
import { apiVersionOf, type Resource } from './resource-table';
import { structOfKind } from './schema/kind-schema';
import { addSchemas, openAPIName } from './schema/openapi-schema';

type JsonObject = Record<string, unknown>;

const gvkOf = ({ group, version, kind }: Resource) => ({ group, version, kind });

const parameter = (name: string, type = 'string') => ({
  name,
  in: 'query',
  schema: { type, uniqueItems: true },
});

/** kubectl takes a server that names `fieldValidation` here to validate fields itself, and leaves it to it. */
const writeParameters = ['dryRun', 'fieldManager', 'fieldValidation'].map((name) => parameter(name));
const patchParameters = [...writeParameters, parameter('force', 'boolean')];

const folder = (apiVersion: string) =>
  apiVersion.includes('/') ? `apis/${apiVersion}` : `api/${apiVersion}`;

function pathsOf(resource: Resource): [string, JsonObject][] {
  const extension = { 'x-kubernetes-group-version-kind': gvkOf(resource) };
  const namespaced = resource.namespaced ? 'namespaces/{namespace}/' : '';
  const path = `/${folder(apiVersionOf(resource))}/${namespaced}${resource.plural}`;
  const responses = { '200': { description: 'OK' } };
  const operation = (action: string, parameters: object[] = []) => ({
    parameters,
    responses,
    'x-kubernetes-action': action,
    ...extension,
  });
  return [
    [path, { get: operation('list'), post: operation('post', writeParameters) }],
    [
      `${path}/{name}`,
      {
        get: operation('get'),
        put: operation('put', writeParameters),
        patch: operation('patch', patchParameters),
        delete: operation('delete', [parameter('dryRun')]),
      },
    ],
  ];
}

/** A kind that has no schema here: an object of which nothing is known but its metadata. */
function looseSchema(found: Map<string, JsonObject>): JsonObject {
  addSchemas('meta.v1.ObjectMeta', found);
  const metadata = { allOf: [{ $ref: `#/components/schemas/${openAPIName('meta.v1.ObjectMeta')}` }] };
  const text = { type: 'string' };
  return {
    type: 'object',
    properties: { apiVersion: text, kind: text, metadata },
    'x-kubernetes-preserve-unknown-fields': true,
  };
}

function schemasOf(resources: readonly Resource[]): JsonObject {
  const found = new Map<string, JsonObject>();
  for (const resource of resources) {
    const struct = structOfKind(apiVersionOf(resource), resource.kind);
    if (struct !== undefined) addSchemas(struct, found);
    const name =
      struct === undefined
        ? `${resource.group.split('.').toReversed().join('.')}.${resource.version}.${resource.kind}`
        : openAPIName(struct);
    found.set(name, {
      ...(found.get(name) ?? looseSchema(found)),
      'x-kubernetes-group-version-kind': [gvkOf(resource)],
    });
  }
  return Object.fromEntries(found);
}

function documentOf(context: ApiContext, apiVersion: string): JsonObject | undefined {
  const resources = context.resources.filter((resource) => apiVersionOf(resource) === apiVersion);
  if (resources.length === 0) return undefined;
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: context.kubernetesVersion },
    paths: Object.fromEntries(resources.flatMap(pathsOf)),
    components: { schemas: schemasOf(resources) },
  };
}

/**
 * Answers `/openapi/v3` with where the documents are and `/openapi/v3/apis/GROUP/VERSION` with one: what kubectl's
 * `apply`, `create` and `explain` read. Field names, types and merge keys are Kubernetes' own, descriptions are left out.
 */
export function openAPIDocument(context: ApiContext, path: string): JsonObject | undefined {
  const rest = path.replace(/^\/openapi\/v3\/?/, '');
  if (rest === '') {
    const versions = new Set(context.resources.map(apiVersionOf));
    const paths = [...versions].map((apiVersion) => {
      const names = context.resources.filter((resource) => apiVersionOf(resource) === apiVersion);
      // A client may keep a document for as long as its hash stays.
      const hash = createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 32);
      return [
        folder(apiVersion),
        { serverRelativeURL: `/openapi/v3/${folder(apiVersion)}?hash=${hash.toUpperCase()}` },
      ];
    });
    return { paths: Object.fromEntries(paths) };
  }
  return documentOf(context, rest.replace(/^apis?\//, ''));
}
