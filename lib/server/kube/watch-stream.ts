import { z } from 'zod';
import { openStream } from './api-request';
import type { ApiStatus } from './api-status-error';
import { ResponseTooLargeError, toConnectionError } from './connection-error';
import type { KubeConnection } from './kube-connection';

const eventSchema = z.object({ type: z.string(), object: z.unknown() });

export type WatchEvent =
  | { type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK'; object: unknown }
  | { type: 'ERROR'; status: ApiStatus };

const objectTypes = new Set(['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK']);

/** An API server sends a bookmark each minute at the latest; more silence than this is a dead connection. */
const idleTimeoutMs = 100_000;
const lineMaxBytes = 16 << 20;
const newline = 10;

/**
 * Watches from a resourceVersion and yields events until the server ends the watch; `onOpen` is called once it has begun.
 * Throws as `openStream`, `ConnectionLostError` for a cut and `RequestTimeoutError` for silence.
 */
export async function* watchStream(
  connection: KubeConnection,
  request: { path: string; what: string; query: URLSearchParams; signal: AbortSignal },
  onOpen: () => void,
): AsyncGenerator<WatchEvent> {
  const { path, what, query, signal } = request;
  const response = await openStream(connection, { path: `${path}?${query}`, what, idleTimeoutMs, signal });
  onOpen();
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
        const line = Buffer.concat([...pending, chunk.subarray(start, end)]);
        pending = [];
        pendingBytes = 0;
        start = end + 1;
        if (line.length > 0) yield parseEvent(line);
      }
      if (start < chunk.length) {
        pending.push(chunk.subarray(start));
        pendingBytes += chunk.length - start;
        if (pendingBytes > lineMaxBytes) throw new ResponseTooLargeError(what, lineMaxBytes);
      }
    }
  } catch (error) {
    throw toConnectionError(connection.server.origin, what, error, true);
  } finally {
    response.destroy();
  }
}

function parseEvent(line: Buffer): WatchEvent {
  const { type, object } = eventSchema.parse(JSON.parse(line.toString('utf8')));
  if (objectTypes.has(type)) return { type: type as 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK', object };
  // An ERROR event carries a Status, all of whose fields are optional.
  return { type: 'ERROR', status: (object ?? {}) as ApiStatus };
}
