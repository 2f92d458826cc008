import type { ApiContext } from './api-context';
import { filterOf } from './list-objects';
import type { RequestInfo } from './request-info';
import type { Resource } from './resource-table';
import { deleteObject, type DeleteOptions } from './write-objects';
import { StoredEntry } from './stored-entry';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function deleteOptions(info: RequestInfo, body: unknown): DeleteOptions {
  const given = isObject(body) ? body : {};
  const seconds = given.gracePeriodSeconds ?? info.query.get('gracePeriodSeconds') ?? undefined;
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
  const options = deleteOptions(info, body);
  const dryRun = info.query.get('dryRun') === 'All' || (isObject(body) && String(body.dryRun) === 'All');
  if (info.name === undefined) {
    const filter = filterOf(info, resource);
    const entries = context.store.collection(resource).list(info.namespace);
    for (const { object } of entries) {
      if (filter && !filter(object)) continue;
      const { namespace, name = '' } = object.metadata;
      deleteObject(context, resource, namespace, name, options, dryRun);
    }
    return JSON.stringify({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success' });
  }
  const deleted = deleteObject(context, resource, info.namespace, info.name, options, dryRun);
  if (resource.kind === 'Pod') return new StoredEntry(deleted, 0).json(resource);
  return JSON.stringify({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name: info.name,
      ...(resource.group && { group: resource.group }),
      kind: resource.plural,
      uid: deleted.metadata.uid,
    },
  });
}
