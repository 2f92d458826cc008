import { once } from 'node:events';
import { request } from 'node:http';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createDoor } from './door';
import type { DoorOptions } from './door';
import { peerAddressHeader } from './peer-address';

let server: Server;
let port: number;

async function open(options: Partial<DoorOptions> = {}): Promise<void> {
  server = createDoor({
    servedAs: () => ({ port, extraHosts: [] }),
    dev: false,
    handle: async (asked, response) => {
      response.end(`policy=${asked.headers['content-security-policy']}`);
    },
    onError: () => {},
    ...options,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
}

afterEach(() => {
  server.close();
  server.closeAllConnections();
});

type Answer = { status: number; headers: Record<string, unknown>; body: string };

function ask(headers: Record<string, string>, method = 'GET', path = '/'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on('error', reject).end();
  });
}

function sendRaw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let said = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    socket.on('close', () => resolve(said));
  });
}

describe('the door', () => {
  it('answers a foreign Host with a problem document and never calls Next', async () => {
    let called = false;
    await open({
      handle: async () => {
        called = true;
      },
    });
    const { status, headers, body } = await ask({ host: `rebound.example:${port}` }, 'GET', '/api/v1/agents');
    expect(status).toBe(403);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({
      type: 'urn:kpr-explorer:problem:foreign-host',
      status: 403,
      instance: '/api/v1/agents',
    });
    expect(called).toBe(false);
  });

  it('says which methods there are', async () => {
    await open();
    const { status, headers } = await ask({}, 'DELETE');
    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, HEAD');
  });

  it('hands Next the same policy that the browser gets, whatever the client sent', async () => {
    await open();
    const { headers, body } = await ask({ 'content-security-policy': "script-src 'nonce-mine'" });
    expect(body).toBe(`policy=${String(headers['content-security-policy'])}`);
    expect(body).not.toContain('mine');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('tells Next where a request came from, whatever the client says of it', async () => {
    await open({
      handle: async (asked, response) => {
        response.end(String(asked.headers[peerAddressHeader]));
      },
    });
    expect((await ask({ [peerAddressHeader]: '203.0.113.7' })).body).toBe('127.0.0.1');
  });

  it('refuses WebSockets where there is no development server, and foreign ones where there is', async () => {
    const handshake = (host: string, origin: string) =>
      `GET /_next/hmr HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;
    await open();
    expect(await sendRaw(handshake(`127.0.0.1:${port}`, `http://127.0.0.1:${port}`))).toMatch(
      /^HTTP\/1\.1 403/,
    );
    server.close();
    let upgraded = 0;
    await open({
      upgrade: (_request, socket) => {
        upgraded += 1;
        socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n');
      },
    });
    expect(await sendRaw(handshake(`127.0.0.1:${port}`, 'http://evil.example'))).toMatch(/^HTTP\/1\.1 403/);
    expect(upgraded).toBe(0);
    expect(await sendRaw(handshake(`127.0.0.1:${port}`, `http://127.0.0.1:${port}`))).toMatch(
      /^HTTP\/1\.1 101/,
    );
    expect(upgraded).toBe(1);
  });

  it('refuses headers beyond its limit', async () => {
    await open();
    const long = await sendRaw(
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    );
    expect(long).toMatch(/^HTTP\/1\.1 431/);
  });

  it('answers 500 without a word of the error when a page fails', async () => {
    const told: unknown[] = [];
    await open({
      handle: () => Promise.reject(new Error('secret path /etc')),
      onError: (error) => told.push(error),
    });
    const { status, body } = await ask({});
    expect(status).toBe(500);
    expect(body).toBe('');
    expect(told).toHaveLength(1);
  });
});
