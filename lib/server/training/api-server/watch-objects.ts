import type { ServerResponse } from 'node:http';
import type { ApiContext } from './api-context';
import type { Change, ChangeType } from './collection';
import { filterOf } from './list-objects';
import { listOptions } from './list-options';
import { minorVersion } from './kubernetes-version';
import type { RequestInfo } from './request-info';
import { apiVersionOf, type Resource } from './resource-table';
import { expired } from './status-error';
import { StoredEntry } from './stored-entry';
import type { TableWriter } from './table/table-response';

const bookmarkEveryMs = 60_000;
/** The last bookmark comes this long before the watch ends. */
const lastBookmarkBeforeEndMs = 2_000;
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

/** The object as a watch saw it last, at the revision at which it went out of sight. */
function lastSeen({ previous, entry, revision }: Change): StoredEntry {
  if (!previous) return entry;
  const { object } = previous;
  const metadata = { ...object.metadata, resourceVersion: String(revision) };
  return new StoredEntry({ ...object, metadata }, revision);
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
  const { resourceVersion: since, sendInitialEvents, allowWatchBookmarks } = listOptions(info);
  const initial = sendInitialEvents ?? !since;
  // Since 1.34 a watch that begins with the objects there are says where they end, also where nobody asked for that.
  const marksEnd = sendInitialEvents ?? minorVersion(context.kubernetesVersion) >= 34;

  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache, private' });
  response.flushHeaders();
  watches.add(response);

  const send = (type: string, json: string) => {
    watches.write(response, `{"type":"${type}","object":${json}}\n`);
    if (response.writableLength > mostUnsentBytes) response.socket?.destroy();
  };
  const bookmark = (annotations?: Record<string, string>) => {
    const metadata = { resourceVersion: String(store.revision), annotations };
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
    if (type) send(type, jsonOf(type === 'DELETED' ? lastSeen(change) : change.entry));
  };

  if (!initial && since) {
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
  } else if (initial) {
    for (const entry of collection.list(namespace)) {
      if (matches(entry)) send('ADDED', jsonOf(entry));
    }
    if (marksEnd && allowWatchBookmarks) bookmark({ 'k8s.io/initial-events-end': 'true' });
  }

  const stopListening = collection.listen(deliver);
  const timeoutSeconds = Number(query.get('timeoutSeconds') ?? 0) || defaultTimeoutSeconds;
  const lastBookmarkAtMs = clock.nowMs() + timeoutSeconds * 1000 - lastBookmarkBeforeEndMs;
  let stopBookmarks = () => {};
  const scheduleBookmark = () => {
    const leftMs = lastBookmarkAtMs - clock.nowMs();
    if (leftMs <= 0) return;
    stopBookmarks = clock.after(Math.min(bookmarkEveryMs, leftMs), () => {
      bookmark();
      scheduleBookmark();
    });
  };
  if (allowWatchBookmarks) scheduleBookmark();
  const stopTimeout = clock.after(timeoutSeconds * 1000, () => response.end());
  response.on('close', () => {
    stopListening();
    stopBookmarks();
    stopTimeout();
  });
}
