import type { ApiContext } from './api-context';
import { deleteObject, type DeleteOptions } from './delete-object';
import { isDryRun } from './dry-run';
import { filterOf } from './list-objects';
import type { RequestInfo } from './request-info';
import { apiVersionOf, type Resource } from './resource-table';
import { badRequest, invalid } from './status-error';
import { StoredEntry } from './stored-entry';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const policies = ['Foreground', 'Background', 'Orphan'];

/** The options as the query has them, for a delete without a body. With one, the query counts for nothing. */
function optionsIn({ query }: RequestInfo): Record<string, unknown> {
  const options = ['gracePeriodSeconds', 'propagationPolicy'].map((name) => [name, query.get(name)] as const);
  const dryRun = query.getAll('dryRun');
  return {
    ...Object.fromEntries(options.filter(([, value]) => value !== null)),
    ...(dryRun.length > 0 && { dryRun }),
  };
}

/** Reads the options of a delete; throws 400 or 422 for what is none. */
function deleteOptions(given: Record<string, unknown>): DeleteOptions {
  if ((given.kind ?? 'DeleteOptions') !== 'DeleteOptions') {
    throw badRequest(
      `no kind "${String(given.kind)}" is registered for version "${String(given.apiVersion)}"`,
    );
  }
  const { propagationPolicy: policy, gracePeriodSeconds: seconds } = given;
  if (policy !== undefined && !policies.includes(String(policy))) {
    const supported = [...policies, 'nil'].map((text) => `"${text}"`).join(', ');
    throw invalid('DeleteOptions', 'meta.k8s.io', '', {
      reason: 'FieldValueNotSupported',
      message: `Unsupported value: "${String(policy)}": supported values: ${supported}`,
      field: 'propagationPolicy',
    });
  }
  const preconditions = isObject(given.preconditions) ? given.preconditions : {};
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    ...(seconds !== undefined && { gracePeriodSeconds: Number(seconds) }),
    preconditions: { uid: text(preconditions.uid), resourceVersion: text(preconditions.resourceVersion) },
  };
}

/** Deletes one object, or all that a collection's selectors match; gives the JSON of the answer. */
export function deleteRequest(
  context: ApiContext,
  resource: Resource,
  info: RequestInfo,
  body: unknown,
): string {
  const given = isObject(body) ? body : optionsIn(info);
  const options = deleteOptions(given);
  const dryRun = isDryRun(info.verb, given.dryRun);
  const { store } = context;
  if (info.name === undefined) {
    const filter = filterOf(info, resource);
    const entries = store
      .collection(resource)
      .list(info.namespace)
      .filter(({ object }) => !filter || filter(object));
    for (const { object } of entries) {
      const { namespace, name = '' } = object.metadata;
      deleteObject(context, resource, namespace, name, options, dryRun);
    }
    const head = `{"kind":"${resource.kind}List","apiVersion":"${apiVersionOf(resource)}"`;
    const items = entries.map((entry) => entry.listItem(resource)).join(',');
    return `${head},"metadata":{"resourceVersion":"${store.revision}"},"items":[${items}]}`;
  }
  const { object, gone } = deleteObject(context, resource, info.namespace, info.name, options, dryRun);
  if (resource.kind === 'Pod' || !gone) return new StoredEntry(object, 0).json(resource);
  return JSON.stringify({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name: info.name,
      ...(resource.group && { group: resource.group }),
      kind: resource.plural,
      uid: object.metadata.uid,
    },
  });
}
