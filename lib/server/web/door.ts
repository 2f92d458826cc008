import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ServedAs } from './guard/allowed-host';
import { allowedMethods, refusal } from './guard/refusal';
import { peerAddressHeader } from './peer-address';
import { contentSecurityPolicy, fixedHeaders, newNonce } from './guard/security-headers';

/** Limits of one request, before a page or a route sees it. */
const limits = {
  headerBytes: 16 * 1024,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 20_000,
  keepAliveTimeoutMs: 65_000,
  connections: 512,
};

export type DoorOptions = {
  servedAs: () => ServedAs;
  dev: boolean;
  /** Answers what the guard lets through. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Takes over WebSocket connections (hot reload in development); absent: they are refused. */
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Told of failures of `handle`. */
  onError: (error: unknown) => void;
};

function answer(request: IncomingMessage, response: ServerResponse, options: DoorOptions): void {
  const policy = contentSecurityPolicy(newNonce(), options);
  for (const [name, value] of Object.entries(fixedHeaders)) response.setHeader(name, value);
  response.setHeader('Content-Security-Policy', policy);
  request.headers['content-security-policy'] = policy;
  delete request.headers['content-security-policy-report-only'];
  request.headers[peerAddressHeader] = request.socket.remoteAddress ?? '';

  const { method = '', url = '', headers } = request;
  const refused = refusal({ method, url, headers }, options.servedAs());
  if (refused) {
    response.writeHead(refused.status, {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(refused.status === 405 ? { Allow: allowedMethods(url.split('?', 1)[0] ?? '').join(', ') } : {}),
      Connection: 'close',
    });
    response.end(method === 'HEAD' ? undefined : JSON.stringify(refused));
    return;
  }
  options.handle(request, response).catch((error: unknown) => {
    options.onError(error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
}

function answerUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, options: DoorOptions): void {
  const { method = '', url = '', headers } = request;
  if (!options.upgrade || refusal({ method, url, headers }, options.servedAs())) {
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    return;
  }
  options.upgrade(request, socket, head);
}

/** The HTTP server in front of Next: nothing reaches a page or a route that the guard has not let through. Not yet listening. */
export function createDoor(options: DoorOptions): Server {
  const server = createServer({ maxHeaderSize: limits.headerBytes }, (request, response) =>
    answer(request, response, options),
  );
  server.on('upgrade', (request, socket, head) => answerUpgrade(request, socket, head, options));
  server.headersTimeout = limits.headersTimeoutMs;
  server.requestTimeout = limits.requestTimeoutMs;
  server.keepAliveTimeout = limits.keepAliveTimeoutMs;
  server.maxConnections = limits.connections;
  return server;
}
