import type { ApiContext } from './api-context';
import { objectKey } from './collection';
import { decodeContinue, encodeContinue } from './continue-token';
import type { KubeObject } from './kube-object';
import { listOptions, type ListOptions } from './list-options';
import type { RequestInfo } from './request-info';
import { apiVersionOf, type Resource } from './resource-table';
import { parseFieldSelector, parseLabelSelector } from './selectors';
import { expired, tooLargeRevision } from './status-error';
import type { StoredEntry } from './stored-entry';
import type { TableWriter } from './table/table-response';

/** The filter that a request's labelSelector, fieldSelector and name make; null when there is none. */
export function filterOf(info: RequestInfo, resource: Resource): ((object: KubeObject) => boolean) | null {
  const labelText = info.query.get('labelSelector');
  const fieldText = info.query.get('fieldSelector');
  const { name } = info;
  if (!labelText && !fieldText && name === undefined) return null;
  const labels = parseLabelSelector(labelText ?? '');
  const fields = parseFieldSelector(fieldText ?? '', resource);
  return (object) =>
    (name === undefined || object.metadata.name === name) && labels(object.metadata.labels) && fields(object);
}

const keyOf = ({ object: { metadata } }: StoredEntry) => objectKey(metadata.namespace, metadata.name ?? '');

/** What is listed, from which key on, and as of which revision. */
type Listed = { entries: readonly StoredEntry[]; revision: number; startKey: string };

function nextPage(context: ApiContext, resource: Resource, info: RequestInfo, token: string): Listed {
  const { store } = context;
  const { revision, startKey } = decodeContinue(token);
  const collection = store.collection(resource);
  if (revision < 0) return { entries: collection.list(info.namespace), revision: store.revision, startKey };
  const entries = collection.listAt(revision, info.namespace);
  if (entries) return { entries, revision, startKey };
  throw expired(
    'The provided continue parameter is too old to display a consistent list result. You can start a new list ' +
      'without the continue parameter, or use the continue token in this response to retrieve the remainder of the ' +
      'results. Continuing with the provided token results in an inconsistent list - objects that were created, ' +
      'modified, or deleted between the time the first chunk was returned and now may show up in the list.',
    encodeContinue({ revision: -1, startKey }),
  );
}

function listed(context: ApiContext, resource: Resource, info: RequestInfo, options: ListOptions): Listed {
  const { store } = context;
  const { continueToken, resourceVersion, exact } = options;
  if (continueToken !== '') return nextPage(context, resource, info, continueToken);
  if (resourceVersion !== undefined && resourceVersion > store.revision) {
    throw tooLargeRevision(resourceVersion, store.revision);
  }
  const collection = store.collection(resource);
  if (exact && resourceVersion !== undefined) {
    const entries = collection.listAt(resourceVersion, info.namespace);
    if (!entries) throw expired('The resourceVersion for the provided list is too old.');
    return { entries, revision: resourceVersion, startKey: '' };
  }
  return { entries: collection.list(info.namespace), revision: store.revision, startKey: '' };
}

/** The JSON of a list or its Table: all of it, or one page of `limit` with a `continue` token for the next. */
export function listObjects(
  context: ApiContext,
  resource: Resource,
  info: RequestInfo,
  writer?: TableWriter,
): string {
  const options = listOptions(info);
  const filter = filterOf(info, resource);
  const matches = (entry: StoredEntry | undefined) => entry && (!filter || filter(entry.object));
  const { entries, revision, startKey } = listed(context, resource, info, options);
  const items: StoredEntry[] = [];
  let next = startKey === '' ? 0 : entries.findIndex((entry) => keyOf(entry) >= startKey);
  if (next < 0) next = entries.length;
  let lastKey = '';
  for (; next < entries.length && items.length < options.limit; next += 1) {
    const entry = entries[next];
    if (!entry || !matches(entry)) continue;
    items.push(entry);
    lastKey = keyOf(entry);
  }
  // The last page of a filtered list has no token, even if objects that do not match are left.
  while (next < entries.length && !matches(entries[next])) next += 1;
  const metadata: Record<string, unknown> = { resourceVersion: String(revision) };
  if (next < entries.length) {
    metadata.continue = encodeContinue({ revision, startKey: `${lastKey}\0` });
    if (!filter) metadata.remainingItemCount = entries.length - next;
  }
  if (writer) return writer.table(items, metadata);
  const head = `{"kind":"${resource.kind}List","apiVersion":"${apiVersionOf(resource)}"`;
  return `${head},"metadata":${JSON.stringify(metadata)},"items":[${items.map((entry) => entry.listItem(resource)).join(',')}]}`;
}
