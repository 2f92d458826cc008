import type { IncomingMessage } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import type { RequestOptions } from 'node:https';
import { toApiStatusError, UnauthenticatedError } from './api-status-error';
import {
  AbortedError,
  ConnectionLostError,
  RequestTimeoutError,
  ResponseTooLargeError,
  toConnectionError,
} from './connection-error';
import type { KubeConnection } from './kube-connection';
import { userAgent } from './user-agent';

export type ApiRequest = {
  /** Path with query below the server's address, `/api/v1/pods?limit=500`. */
  path: string;
  /** What it does, for people: `list pods`. */
  what: string;
  /** Longest silence on the wire, before the answer and within it. */
  idleTimeoutMs?: number;
  /** The largest answer taken by `getJson`; 128 MiB where not given. */
  maxBytes?: number;
  signal?: AbortSignal;
  /** A GET where it is not given. */
  write?: ApiWrite;
};

/** A request that writes: its method, and what it sends as JSON. `type` is the media type of a patch. */
export type ApiWrite = {
  method: 'POST' | 'PATCH' | 'DELETE';
  body: unknown;
  type?: 'application/json' | 'application/json-patch+json' | 'application/merge-patch+json';
};

const defaultIdleTimeoutMs = 30_000;
const errorBodyMaxBytes = 64 << 10;
const jsonMaxBytes = 128 << 20;

/**
 * Sends a request and gives the answer's stream once the server said 2xx; the caller reads or destroys it.
 * A 401 is tried once more with a new credential. Throws `ApiStatusError` and the classes of `connection-error.ts`.
 */
export async function openStream(connection: KubeConnection, request: ApiRequest): Promise<IncomingMessage> {
  try {
    return await openStreamOnce(connection, request);
  } catch (error) {
    if (!(error instanceof UnauthenticatedError)) throw error;
    connection.forgetCredentials();
    return openStreamOnce(connection, request);
  }
}

/** Sends a request and gives the parsed JSON. Throws as `openStream`, and `ResponseTooLargeError`. */
export async function getJson(connection: KubeConnection, request: ApiRequest): Promise<unknown> {
  const response = await openStream(connection, request);
  const body = await readBody(connection, request, response, request.maxBytes ?? jsonMaxBytes, true);
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new ConnectionLostError(connection.server.origin, request.what, error);
  }
}

/** Sends a request and gives the answer as text, of a log for one. Throws as `openStream`, and `ResponseTooLargeError`. */
export async function getText(connection: KubeConnection, request: ApiRequest): Promise<string> {
  const response = await openStream(connection, request);
  return readBody(connection, request, response, request.maxBytes ?? jsonMaxBytes, true);
}

async function openStreamOnce(connection: KubeConnection, request: ApiRequest): Promise<IncomingMessage> {
  const response = await send(connection, request, await connection.requestOptions());
  const { statusCode = 0 } = response;
  if (statusCode >= 200 && statusCode < 300) return response;
  const body = await readBody(connection, request, response, errorBodyMaxBytes, false);
  throw toApiStatusError(request.what, statusCode, body, response.headers['retry-after']);
}

function send(connection: KubeConnection, request: ApiRequest, options: RequestOptions) {
  const { server } = connection;
  const { idleTimeoutMs = defaultIdleTimeoutMs, signal, what, write } = request;
  const body = write === undefined ? null : JSON.stringify(write.body);
  return new Promise<IncomingMessage>((resolve, reject) => {
    if (signal?.aborted) {
      reject(new AbortedError(what));
      return;
    }
    const outgoing = (server.protocol === 'http:' ? http : https).request(toUrl(server, request.path), {
      ...options,
      method: write?.method ?? 'GET',
      headers: {
        Accept: 'application/json',
        'User-Agent': userAgent,
        ...(write !== undefined &&
          body !== null && {
            'Content-Type': write.type ?? 'application/json',
            'Content-Length': Buffer.byteLength(body),
          }),
        ...options.headers,
      },
    });
    const abort = () => outgoing.destroy(new AbortedError(what));
    signal?.addEventListener('abort', abort, { once: true });
    outgoing.setTimeout(idleTimeoutMs, () => {
      outgoing.destroy(new RequestTimeoutError(server.origin, what, idleTimeoutMs));
    });
    // Half-open connections (a laptop that slept, a load balancer that forgot) are found by the kernel.
    outgoing.on('socket', (socket) => socket.setKeepAlive(true, 30_000));
    outgoing.on('close', () => signal?.removeEventListener('abort', abort));
    outgoing.on('response', resolve);
    outgoing.on('error', (error) => reject(toConnectionError(server.origin, what, error, false)));
    outgoing.end(body ?? undefined);
  });
}

/** Gives the address of a path below a server that may itself have a path. */
export function toUrl(server: URL, path: string): URL {
  return new URL(server.pathname.replace(/\/$/, '') + path, server.origin);
}

async function readBody(
  connection: KubeConnection,
  { what }: ApiRequest,
  response: IncomingMessage,
  maxBytes: number,
  strict: boolean,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) {
        response.destroy();
        if (strict) throw new ResponseTooLargeError(what, maxBytes);
        break;
      }
      chunks.push(chunk);
    }
  } catch (error) {
    if (strict) throw toConnectionError(connection.server.origin, what, error, true);
  }
  return Buffer.concat(chunks).toString('utf8');
}
