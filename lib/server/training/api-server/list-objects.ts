import type { ApiContext } from './api-context';
import type { KubeObject } from './kube-object';
import type { RequestInfo } from './request-info';
import { apiVersionOf, qualifiedName, type Resource } from './resource-table';
import { parseFieldSelector, parseLabelSelector } from './selectors';
import { badRequest, expired, StatusError } from './status-error';
import type { StoredEntry } from './stored-entry';
import type { TableWriter } from './table/table-response';

/** The filter that a request's labelSelector, fieldSelector and name make; null when there is none. */
export function filterOf(info: RequestInfo, resource: Resource): ((object: KubeObject) => boolean) | null {
  const labelText = info.query.get('labelSelector');
  const fieldText = info.query.get('fieldSelector');
  const { name } = info;
  if (!labelText && !fieldText && name === undefined) return null;
  const labels = parseLabelSelector(labelText ?? '');
  const fields = parseFieldSelector(fieldText ?? '', resource.kind);
  return (object) =>
    (name === undefined || object.metadata.name === name) && labels(object.metadata.labels) && fields(object);
}

/** A revision from a query; throws 400 for what is not a number. */
export function parseRevision(text: string | null): number | undefined {
  if (text === null || text === '') return undefined;
  if (!/^\d{1,15}$/.test(text))
    throw badRequest(`Invalid value: "${text}": strconv.ParseUint: invalid syntax`);
  return Number(text);
}

type Continue = { revision: number; start: number };

function encodeContinue({ revision, start }: Continue): string {
  return Buffer.from(JSON.stringify({ v: 'meta.k8s.io/v1', rv: revision, start })).toString('base64url');
}

function decodeContinue(token: string): Continue {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (typeof value === 'object' && value !== null && 'rv' in value && 'start' in value) {
      if (Number.isInteger(value.rv) && Number.isInteger(value.start)) {
        return { revision: Number(value.rv), start: Number(value.start) };
      }
    }
  } catch {
    // Falls through to the one refusal for every malformed token.
  }
  throw badRequest('continue key is not valid: illegal base64 or JSON data');
}

function entriesFor(
  context: ApiContext,
  resource: Resource,
  info: RequestInfo,
): { entries: readonly StoredEntry[]; revision: number; start: number } {
  const { store, snapshots } = context;
  const scope = `${qualifiedName(resource)} ${info.namespace ?? ''}`;
  const token = info.query.get('continue');
  if (token) {
    const { revision, start } = decodeContinue(token);
    const entries = snapshots.find(`${scope} ${revision}`);
    if (!entries) {
      throw expired(
        'The provided continue parameter is too old to display a consistent list result. ' +
          'You must start a new list without the continue parameter.',
      );
    }
    return { entries, revision, start };
  }
  const wanted = parseRevision(info.query.get('resourceVersion'));
  if (wanted !== undefined && wanted > store.revision) {
    throw new StatusError(
      504,
      'Timeout',
      `Timeout: Too large resource version: ${wanted}, current: ${store.revision}`,
      {
        causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }],
        retryAfterSeconds: 1,
      },
    );
  }
  if (info.query.get('resourceVersionMatch') === 'Exact' && wanted !== store.revision) {
    throw expired('The resourceVersion for the provided list is too old.');
  }
  const entries = context.store.collection(resource).list(info.namespace);
  return { entries, revision: store.revision, start: 0 };
}

/** The JSON of a list or its Table: all of it, or one page of `limit` with a `continue` token for the next. */
export function listObjects(
  context: ApiContext,
  resource: Resource,
  info: RequestInfo,
  writer?: TableWriter,
): string {
  const filter = filterOf(info, resource);
  const { entries, revision, start } = entriesFor(context, resource, info);
  const limit = Number(info.query.get('limit') ?? 0) || Infinity;
  const items: StoredEntry[] = [];
  let next = start;
  for (; next < entries.length && items.length < limit; next += 1) {
    const entry = entries[next];
    if (entry && (!filter || filter(entry.object))) items.push(entry);
  }
  if (filter) {
    // The last page of a filtered list has no token, even if objects that do not match are left.
    while (
      next < entries.length &&
      !filter(entries[next]?.object ?? { apiVersion: '', kind: '', metadata: {} })
    ) {
      next += 1;
    }
  }
  const metadata: Record<string, unknown> = { resourceVersion: String(revision) };
  if (next < entries.length) {
    context.snapshots.keep(`${qualifiedName(resource)} ${info.namespace ?? ''} ${revision}`, entries);
    metadata.continue = encodeContinue({ revision, start: next });
    if (!filter) metadata.remainingItemCount = entries.length - next;
  }
  if (writer) return writer.table(items, metadata);
  const head = `{"kind":"${resource.kind}List","apiVersion":"${apiVersionOf(resource)}"`;
  return `${head},"metadata":${JSON.stringify(metadata)},"items":[${items.map((entry) => entry.listItem(resource)).join(',')}]}`;
}
