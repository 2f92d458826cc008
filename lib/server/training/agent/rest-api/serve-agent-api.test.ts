import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { json, text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AgentAPI } from '../commands/agent-api';
import { serveAgentAPI } from './serve-agent-api';

const started = Date.UTC(2026, 2, 1, 12);

function agent(answers: Partial<AgentAPI> = {}): AgentAPI {
  return {
    version: { major: 1, minor: 16, patch: 5, text: '1.16.5' },
    nowMs: () => started + 60_000,
    socket: () => 'ready',
    status: () => ({
      cilium: { state: 'Failure', msg: '1.16.5 (v1.16.5-ad688277)    Kubernetes service is not ready: no' },
      cluster: { ciliumHealth: { state: 'Ok' }, nodes: null, self: 'node-a' },
      kubernetes: { state: 'Failure', msg: 'no' },
      controllers: [
        { name: 'endpoint-gc', status: {} },
        { name: 'k8s-heartbeat', status: { 'last-failure-msg': 'timed out' } },
        { name: 'link-cache', status: { 'last-failure-msg': 'too late' } },
      ],
    }),
    health: () => ({
      probedAtMs: started,
      intervalNs: 96e9,
      nodes: [
        {
          name: 'node-a',
          ip: '192.0.2.1',
          local: true,
          nodeReachable: true,
          endpointReachable: false,
          healthIP: '10.0.0.2',
          rttNs: { nodeIcmp: 1, nodeHttp: 2, endpointIcmp: 3, endpointHttp: 4 },
        },
      ],
    }),
    modules: () => [
      { path: ['agent', 'a', 'b', 'job'], level: 'DEGRADED', message: 'slow', ageMs: 5_000, count: 3 },
    ],
    services: () => [
      { spec: { id: 7, 'backend-addresses': [], 'frontend-address': { ip: '10.96.0.1', port: 443 } } },
    ],
    serviceTable: () => '',
    serviceJson: () => '[]\n\n',
    ...answers,
  };
}

let folder = '';
let sockets = { agent: '', health: '' };
let stop: (() => Promise<void>) | null = null;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'agent-api-'));
  sockets = { agent: path.join(folder, 'run/cilium.sock'), health: path.join(folder, 'run/health.sock') };
});

afterEach(async () => {
  await stop?.();
  stop = null;
  await rm(folder, { recursive: true });
});

async function serve(api: AgentAPI): Promise<void> {
  ({ stop } = await serveAgentAPI(api, sockets));
}

type Answer = { status: number | undefined; body: unknown };

function ask(socketPath: string, url: string, headers = {}, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, path: url, headers: { ...headers, 'content-length': body.length } });
    asked.once('error', reject);
    asked.once('response', (response) => {
      const read = response.headers['content-length'] === '0' ? text(response) : json(response);
      read.then((answer) => resolve({ status: response.statusCode, body: answer }), reject);
    });
    asked.end(body);
  });
}

describe("an agent's REST API", () => {
  it('answers the status in full', async () => {
    await serve(agent());
    expect(await ask(sockets.agent, '/v1/healthz')).toEqual({ status: 200, body: agent().status() });
  });

  it('answers the status briefly: no more than the first controller that failed', async () => {
    await serve(agent());
    const { body } = await ask(sockets.agent, '/v1/healthz', { brief: 'true' });
    expect(body).toEqual({
      cilium: agent().status().cilium,
      cluster: { ciliumHealth: { state: 'Ok' }, nodes: null },
      controllers: [{ name: 'k8s-heartbeat', status: { 'last-failure-msg': 'timed out' } }],
    });
  });

  it('is well without Kubernetes for those who do not require it', async () => {
    await serve(agent());
    const { body } = await ask(sockets.agent, '/v1/healthz', { 'require-k8s-connectivity': 'false' });
    expect(body).toMatchObject({ cilium: { state: 'Ok', msg: '1.16.5 (v1.16.5-ad688277)' } });
  });

  it('answers one service by its ID up to v1.17', async () => {
    await serve(agent());
    expect(await ask(sockets.agent, '/v1/service/7')).toEqual({ status: 200, body: agent().services()[0] });
    expect(await ask(sockets.agent, '/v1/service/8')).toEqual({ status: 404, body: '' });
  });

  it('has nothing on other paths', async () => {
    await serve(agent({ version: { major: 1, minor: 18, patch: 0, text: '1.18.0' } }));
    const body = { code: 404, message: 'path /v1/service/7 was not found' };
    expect(await ask(sockets.agent, '/v1/service/7')).toEqual({ status: 404, body });
  });

  it('answers the health of its modules as a StateDB table', async () => {
    await serve(agent());
    const query = (table: string): Promise<Answer> => {
      const key = Buffer.from('agent').toString('base64');
      const question = JSON.stringify({ key, table, index: 'identifier', lowerbound: true });
      return ask(sockets.agent, '/statedb/query', {}, question);
    };
    expect(await query('health')).toMatchObject({
      status: 200,
      body: {
        rev: 1,
        obj: {
          ID: { Module: ['agent', 'a', 'b'], Component: ['job'] },
          Level: 'Degraded',
          Message: 'slow',
          Updated: '2026-03-01T12:00:55.000Z',
          Count: 3,
        },
      },
    });
    expect(await query('devices')).toMatchObject({ status: 404, body: { err: 'Table "devices" not found' } });
  });

  it("answers the cluster's health on a socket of its own", async () => {
    await serve(agent());
    expect(await ask(sockets.health, '/v1beta/status')).toMatchObject({
      status: 200,
      body: {
        local: { name: 'node-a' },
        timestamp: '2026-03-01T12:00:00Z',
        probeInterval: '1m36s',
        nodes: [
          {
            host: { 'primary-address': { ip: '192.0.2.1', icmp: { latency: 1 }, http: { latency: 2 } } },
            'health-endpoint': { 'primary-address': { icmp: { status: 'Connection timed out' } } },
          },
        ],
      },
    });
  });

  it('is there once the agent is up, and gone once it stops', async () => {
    let state: ReturnType<AgentAPI['socket']> = 'missing';
    await serve(agent({ socket: () => state }));
    expect(existsSync(sockets.agent)).toBe(false);
    state = 'warming';
    await vi.waitFor(() => expect(existsSync(sockets.agent)).toBe(true));
    expect(await ask(sockets.agent, '/v1/healthz')).toMatchObject({
      body: { cilium: { state: 'Warning', msg: 'Not all probes executed at least once' } },
    });
    await stop?.();
    stop = null;
    expect(existsSync(sockets.agent)).toBe(false);
  });
});
