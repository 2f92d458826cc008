import { request } from 'node:http';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths } from '@/lib/paths';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { TrainingApi } from '@/lib/server/training/training-api';
import type { FrontendPage } from '@/lib/snapshot/live-event';
import { readEvents, startProduct } from './running-product.fixture';
import type { RunningProduct } from './running-product.fixture';
import { loadBuild } from './run-command.fixture';

const build = await loadBuild();
await build.ensureCliBuilt();
const built = build.pagesAreUpToDate();
if (!built) console.warn('skipped: the pages are older than their sources; `npm run build` first');

let product: RunningProduct;
const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true });
addFormats(ajv);

const pointer = (text: string) => text.replaceAll('~', '~0').replaceAll('/', '~1');

/** What the served document has against an answer of a route; empty where it has nothing. */
function objections(route: string, status: string, type: string, value: unknown): string {
  const place = ['paths', route, 'get', 'responses', status, 'content', type, 'schema'];
  const validate = ajv.compile({ $ref: `openapi#/${place.map(pointer).join('/')}` });
  return validate(value) ? '' : ajv.errorsText(validate.errors?.slice(0, 5));
}

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${product.url}${path}`, { headers });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  return {
    status: response.status,
    headers: response.headers,
    type,
    text,
    body: type.includes('json') ? JSON.parse(text) : null,
  };
}

async function expectAnswer(route: string, path: string): Promise<unknown> {
  const { status, headers, type, body } = await get(path);
  expect(status, path).toBe(200);
  expect(type).toBe('application/json');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(objections(route, '200', 'application/json', body), path).toBe('');
  return body;
}

async function expectProblem(
  route: string,
  path: string,
  expected: number,
): Promise<Record<string, unknown>> {
  const { status, type, body } = await get(path);
  expect(status, path).toBe(expected);
  expect(type).toBe('application/problem+json');
  expect(objections(route, 'default', 'application/problem+json', body), path).toBe('');
  expect(body.status).toBe(expected);
  return body;
}

/** Changes the cluster, so that a sweep finds a backend more. */
function grow(api: TrainingApi): void {
  const deployment = api.list('Deployment').find(({ metadata }) => !metadata.name?.startsWith('cilium'));
  if (!deployment?.metadata.name) throw new Error('the scenario has no Deployment');
  const { name, namespace } = deployment.metadata;
  api.patch('Deployment', name, namespace, { spec: { replicas: (deployment.spec?.replicas ?? 1) + 1 } });
}

async function untilReady(): Promise<void> {
  while ((await get('/readyz')).status !== 200) await new Promise((resolve) => setTimeout(resolve, 100));
}

describe.skipIf(!built)('the running product', () => {
  beforeAll(async () => {
    product = await startProduct('article');
    await untilReady();
    ajv.addSchema((await get(paths.api.openapi)).body, 'openapi');
  }, 60_000);

  afterAll(async () => {
    const { code, tookMs, stderr } = await product.end('SIGTERM');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(tookMs).toBeLessThan(3_000);
  });

  it('answers every route as its OpenAPI document says', async () => {
    await expectAnswer('/api/v1/source', paths.api.source);
    const agents = (await expectAnswer('/api/v1/agents', paths.api.agents)) as { items: AgentView[] };
    expect(agents.items).toHaveLength(2);
    for (const { node, status } of agents.items) {
      expect(status?.kubeProxyReplacement?.mode).toBeTruthy();
      await expectAnswer('/api/v1/agents/{node}', paths.api.agent(node));
      for (const command of ['status', 'service-list'] as const) {
        const raw = await expectAnswer('/api/v1/agents/{node}/raw/{command}', paths.api.raw(node, command));
        expect(raw).toMatchObject({ node, exitCode: 0, problem: null });
      }
    }
    const page = (await expectAnswer('/api/v1/frontends', paths.api.frontends)) as FrontendPage;
    expect(page.total).toBeGreaterThanOrEqual(14);
    expect(page.items).toHaveLength(page.total);
    for (const { key } of page.items) {
      const detail = await expectAnswer('/api/v1/frontends/{key}', paths.api.frontend(key));
      expect(detail).toMatchObject({ frontend: { key } });
    }
  });

  it('filters, sorts and pages the frontends', async () => {
    const all = (await get(paths.api.frontends)).body as FrontendPage;
    const typed = (await get(`${paths.api.frontends}?type=ClusterIP&sort=-address`)).body as FrontendPage;
    expect(typed.items.every(({ type }) => type === 'ClusterIP')).toBe(true);
    expect(typed.total).toBe(all.items.filter(({ type }) => type === 'ClusterIP').length);
    const paged = (await get(`${paths.api.frontends}?sort=address&offset=2&limit=3`)).body as FrontendPage;
    expect(paged).toMatchObject({ total: all.total, offset: 2 });
    expect(paged.items).toHaveLength(3);
  });

  it('answers 304 to whoever knows the state already', async () => {
    const first = await get(paths.api.frontends);
    const tag = first.headers.get('etag') ?? '';
    const second = await get(paths.api.frontends, { 'if-none-match': tag });
    // The state may have changed between the two.
    expect(second.status === 304 || second.headers.get('etag') !== tag).toBe(true);
  });

  it('answers mistakes with problem documents that name them', async () => {
    const wrong = await expectProblem('/api/v1/frontends', `${paths.api.frontends}?state=lost&limit=-1`, 400);
    expect(wrong.errors).toMatchObject([{ parameter: 'state' }, { parameter: 'limit' }]);
    await expectProblem('/api/v1/agents/{node}', paths.api.agent('no-such-node'), 404);
    await expectProblem('/api/v1/agents/{node}/raw/{command}', `${paths.api.agent('x')}/raw/bash`, 404);
    await expectProblem('/api/v1/agents/{node}/raw/{command}', paths.api.raw('no-such-node', 'status'), 404);
    await expectProblem('/api/v1/frontends/{key}', paths.api.frontend('10.0.0.0:1'), 404);
    await expectProblem('/api/v1/source', '/api/v2/source', 404);
  });

  it('compresses the stream, where a reader takes that', async () => {
    const leave = new AbortController();
    const asked = { headers: { 'accept-encoding': 'gzip' }, signal: leave.signal };
    const { headers } = await fetch(`${product.url}${paths.api.events}`, asked);
    leave.abort();
    expect(headers.get('content-encoding')).toBe('gzip');
  });

  it('streams a snapshot, then goes on where a reader stopped', async () => {
    const first = await readEvents(`${product.url}${paths.api.events}`, {}, (events) => events.length > 0);
    expect(first[0]?.event).toBe('snapshot');
    expect(objections('/api/v1/events', '200', 'text/event-stream', first[0]?.data)).toBe('');
    const since = first[0]?.id ?? '';
    grow(product.cluster.api);
    const resumes: { url: string; headers: Record<string, string> }[] = [
      { url: paths.api.events, headers: { 'last-event-id': since } },
      { url: `${paths.api.events}?lastEventId=${since}`, headers: {} },
    ];
    for (const resume of resumes) {
      const later = await readEvents(
        `${product.url}${resume.url}`,
        resume.headers,
        (events) => events.length > 1,
      );
      for (const { event, id, data } of later) {
        expect(event).not.toBe('snapshot');
        expect(Number(id)).toBeGreaterThan(Number(since));
        expect(objections('/api/v1/events', '200', 'text/event-stream', data), event).toBe('');
      }
    }
    const unknown = await readEvents(
      `${product.url}${paths.api.events}`,
      { 'last-event-id': '1' },
      (events) => events.length > 0,
    );
    expect(unknown[0]?.event).toBe('snapshot');
  });

  it('gives every script of a page the nonce of its policy', async () => {
    const nonces = new Set<string>();
    for (const path of [paths.overview, paths.services, paths.status, '/no-such-page']) {
      const { headers, text } = await get(path);
      const nonce = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '';
      const scripts = text.match(/<script[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(4);
  });

  it('stands behind the guard', async () => {
    const { port } = new URL(product.url);
    const status = (headers: Record<string, string>, method = 'GET') =>
      new Promise((resolve, reject) => {
        request({ host: '127.0.0.1', port, path: paths.api.agents, method, headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });
    expect(await status({ host: `rebound.example:${port}` })).toBe(403);
    expect(await status({ origin: 'http://evil.example' })).toBe(403);
    expect(await status({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await status({}, 'POST')).toBe(405);
    expect(await status({})).toBe(200);
  });
});
