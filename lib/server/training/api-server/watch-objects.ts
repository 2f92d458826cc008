import type { ServerResponse } from 'node:http';
import type { ApiContext } from './api-context';
import type { Change, ChangeType } from './collection';
import { filterOf, parseRevision } from './list-objects';
import type { RequestInfo } from './request-info';
import { apiVersionOf, type Resource } from './resource-table';
import { expired } from './status-error';
import type { StoredEntry } from './stored-entry';
import type { TableWriter } from './table/table-response';

const bookmarkEveryMs = 60_000;
const defaultTimeoutSeconds = 45 * 60;
/** A client that reads slower than this is cut off, as the API server does with slow watchers. */
const mostUnsentBytes = 64 * 1024 * 1024;

/** What a change is to a watch with a filter: an object may come into its sight, or leave it. */
function seenAs(change: Change, matches: (entry: StoredEntry) => boolean): ChangeType | null {
  const before = change.previous !== undefined && matches(change.previous);
  const after = change.type !== 'DELETED' && matches(change.entry);
  if (after) return before ? 'MODIFIED' : 'ADDED';
  return before ? 'DELETED' : null;
}

/**
 * Answers a watch: the changes after `resourceVersion` and then each as it happens, one JSON line each, until
 * `timeoutSeconds` are over. A revision that the history no longer reaches gives one ERROR event with a 410.
 */
export function watchObjects(
  context: ApiContext,
  resource: Resource,
  info: RequestInfo,
  response: ServerResponse,
  writer?: TableWriter,
): void {
  const { store, clock, watches } = context;
  const { query, namespace } = info;
  const collection = store.collection(resource);
  const filter = filterOf(info, resource);
  const matches = ({ object }: StoredEntry) =>
    (namespace === undefined || object.metadata.namespace === namespace) && (!filter || filter(object));
  const since = parseRevision(query.get('resourceVersion'));
  const initial = query.get('sendInitialEvents') === 'true';
  const bookmarks = query.get('allowWatchBookmarks') === 'true';

  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache, private' });
  response.flushHeaders();
  watches.add(response);

  const send = (type: string, json: string) => {
    watches.write(response, `{"type":"${type}","object":${json}}\n`);
    if (response.writableLength > mostUnsentBytes) response.socket?.destroy();
  };
  const bookmark = (annotations?: Record<string, string>) => {
    const metadata = { resourceVersion: String(store.revision), creationTimestamp: null, annotations };
    send('BOOKMARK', JSON.stringify({ kind: resource.kind, apiVersion: apiVersionOf(resource), metadata }));
  };
  let first = true;
  const jsonOf = (entry: StoredEntry) => {
    if (!writer) return entry.json(resource);
    const { resourceVersion } = entry.object.metadata;
    const json = writer.table([entry], { resourceVersion }, first);
    first = false;
    return json;
  };
  const deliver = (change: Change) => {
    const type = seenAs(change, matches);
    if (type) send(type, jsonOf(change.entry));
  };

  if (since && !initial) {
    const missed = collection.changesAfter(since);
    if (!missed) {
      const { compactedRevision } = collection;
      send(
        'ERROR',
        JSON.stringify(expired(`too old resource version: ${since} (${compactedRevision})`).status),
      );
      response.end();
      return;
    }
    missed.forEach(deliver);
  } else if (query.get('sendInitialEvents') !== 'false') {
    for (const entry of collection.list(namespace)) {
      if (matches(entry)) send('ADDED', jsonOf(entry));
    }
    if (initial && bookmarks) bookmark({ 'k8s.io/initial-events-end': 'true' });
  }

  const stopListening = collection.listen(deliver);
  let stopBookmarks = () => {};
  const scheduleBookmark = () => {
    stopBookmarks = clock.after(bookmarkEveryMs, () => {
      bookmark();
      scheduleBookmark();
    });
  };
  if (bookmarks) scheduleBookmark();
  const timeoutSeconds = Number(query.get('timeoutSeconds') ?? 0) || defaultTimeoutSeconds;
  const stopTimeout = clock.after(timeoutSeconds * 1000, () => {
    if (bookmarks) bookmark();
    response.end();
  });
  response.on('close', () => {
    stopListening();
    stopBookmarks();
    stopTimeout();
  });
}
