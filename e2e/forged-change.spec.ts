import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { paths } from '@/lib/paths';
import { startTrainingCluster, type TrainingCluster } from '@/lib/server/training/training-cluster';
import type { AuditEntry, RolloutView } from '@/lib/snapshot/rollout-view';
import { postsOfApi } from './forged/posts-of-api';
import { post } from './forged/send-request';
import { startProductOn, type ProductOptions, type RunningProduct } from './product';

let cluster: TrainingCluster;
let directory: string;
let product: RunningProduct;

/** Starts the product, as an operator of the cluster, on the same journal as the ones before. */
async function open(options: ProductOptions): Promise<void> {
  product = await startProductOn(cluster.kubeconfig, { ...options, dataDirectory: directory });
  await expect.poll(async () => (await fetch(`${product.url}/readyz`)).status, { timeout: 60_000 }).toBe(200);
}

test.beforeEach(async () => {
  test.setTimeout(300_000);
  changes = { 'bpf-lb-mode': 'dsr' };
  cluster = await startTrainingCluster({ scenario: 'article' });
  directory = mkdtempSync(path.join(tmpdir(), 'kpr-forged-'));
});
test.afterEach(async () => {
  await product.stop();
  await cluster.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** What is asked for. */
let changes: Record<string, string>;

async function get<Answer>(path: string): Promise<Answer> {
  return (await (await fetch(`${product.url}${path}`)).json()) as Answer;
}
const rollout = (id: string) => get<RolloutView>(paths.api.rollout(id));
const audit = async () => (await get<{ items: AuditEntry[] }>(paths.api.audit)).items;

/** What a POST of the API would really do something with. */
async function bodyFor(path: string): Promise<string> {
  if (path === paths.api.plans) return JSON.stringify({ changes });
  if (path === paths.api.training) return JSON.stringify({ scenario: 'article' });
  if (path !== paths.api.rollouts) return '{}';
  const { text } = await post(product.url, { path: paths.api.plans, body: JSON.stringify({ changes }) });
  const { id: planId } = JSON.parse(text) as { id: string };
  return JSON.stringify({ changes, planId, despiteOwner: true });
}

async function begin(): Promise<RolloutView> {
  const path = paths.api.rollouts;
  const { status, text } = await post(product.url, { path, body: await bodyFor(path) });
  expect(status, text).toBe(200);
  return JSON.parse(text) as RolloutView;
}

async function ended(id: string): Promise<void> {
  await expect.poll(async () => (await rollout(id)).endedTimestamp, { timeout: 120_000 }).not.toBeNull();
}

/** Every object that a change may write, byte for byte; of the lock, which is renewed all the time, its holder. */
function written(): string {
  const { api } = cluster;
  const kinds = ['ConfigMap', 'DaemonSet', 'CiliumNodeConfig', 'Deployment'] as const;
  const agents = api.list('Pod').filter(({ metadata }) => metadata.labels?.['k8s-app'] === 'cilium');
  const holders = api.list('Lease').map(({ spec }) => spec?.holderIdentity);
  return JSON.stringify([...kinds.map((kind) => api.list(kind)), agents, holders]);
}

/** Waits until a rollout that is held moves no more: what it had begun before is done. */
async function settled(id: string): Promise<void> {
  let before = '';
  await expect
    .poll(
      async () => {
        const seen = JSON.stringify(await rollout(id)) + written();
        const isSame = seen === before;
        before = seen;
        return isSame;
      },
      { timeout: 120_000, intervals: [4_000] },
    )
    .toBe(true);
}

const forgeries: [who: string, headers: Record<string, string>, status: number][] = [
  ['a page of another site', { origin: 'https://evil.example' }, 403],
  ['a page on another port of this machine', { origin: 'http://127.0.0.1:3000' }, 403],
  ['a sandboxed frame', { origin: 'null' }, 403],
  ['another site, which sends no Origin', { 'sec-fetch-site': 'cross-site' }, 403],
  ['another port, which sends no Origin', { 'sec-fetch-site': 'same-site' }, 403],
  ['a name that was rebound to this address', { host: 'evil.example' }, 403],
  ['a rebound name whose own page asks', { host: 'evil.example', origin: 'http://evil.example' }, 403],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['a form of text', { 'content-type': 'text/plain' }, 415],
  ['a form with a file', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
  ['a beacon without a type', { 'content-type': '' }, 415],
];

test('no POST of the API is taken from another site, whatever it sends', async () => {
  await open({ allowChanges: true });
  // While it is paused, every other action would do something.
  const { id } = await begin();
  const pause = { path: paths.api.rolloutAction(id, 'pause'), body: '{}' };
  expect((await post(product.url, pause)).status).toBe(200);
  await settled(id);

  const posts = await postsOfApi(product.url, id);
  expect(posts).toEqual(
    [
      ...[paths.api.plans, paths.api.rollouts, paths.api.training],
      ...(['pause', 'resume', 'abort', 'rollback'] as const).map((one) => paths.api.rolloutAction(id, one)),
    ].sort(),
  );
  const before = { written: written(), view: await rollout(id), audit: await audit() };
  for (const path of posts) {
    const body = await bodyFor(path);
    for (const [who, headers, status] of forgeries) {
      const answer = await post(product.url, { path, body, headers });
      expect(answer.status, `${path} from ${who}`).toBe(status);
      expect(JSON.parse(answer.text), `${path} from ${who}`).toMatchObject({ status });
    }
  }
  expect(written()).toBe(before.written);
  expect(await rollout(id)).toEqual(before.view);
  expect(await audit()).toEqual(before.audit);

  // The same, as our own page sends it, is taken.
  const own = { origin: product.url, 'sec-fetch-site': 'same-origin' };
  const rollback = { path: paths.api.rolloutAction(id, 'rollback'), body: '{}', headers: own };
  expect((await post(product.url, rollback)).status).toBe(200);
  await ended(id);
  expect((await rollout(id)).phase).toBe('rolled-back');
});

/** Tries all that could be done with a rollout that is done, and expects each to be refused with these words. */
async function expectNothingPossible(id: string, words: RegExp): Promise<void> {
  const before = { written: written(), audit: await audit() };
  const refusals: string[] = [];
  for (const path of await postsOfApi(product.url, id)) {
    const answer = await post(product.url, { path, body: await bodyFor(path) });
    // A plan is a question.
    if (path === paths.api.plans) expect(answer.status).toBe(200);
    // A cluster of one's own is no training cluster, whoever asks: there is no change to be told of.
    else if (path === paths.api.training) expect(answer.status).toBe(403);
    else {
      expect(answer.status, `${path}: ${answer.text}`).toBeGreaterThanOrEqual(400);
      refusals.push(answer.text);
    }
  }
  expect(refusals.filter((text) => words.test(text)).length).toBeGreaterThanOrEqual(2);
  expect((await rollout(id)).phase).toBe('done');
  expect(written()).toBe(before.written);
  const told = (await audit()).slice(before.audit.length);
  expect(told.length).toBe(refusals.length);
  for (const line of told) expect(line).toMatchObject({ outcome: 'refused', fromAddress: '127.0.0.1' });
}

test('nothing is possible with --read-only, without --allow-changes, or for a user who lacks a verb', async () => {
  await open({ allowChanges: true });
  const { id } = await begin();
  await ended(id);
  expect((await rollout(id)).phase).toBe('done');
  await product.stop();
  changes = { 'bpf-lb-mode': 'hybrid' };

  const off = /This server makes no changes/;
  await open({});
  await expectNothingPossible(id, off);
  await product.stop();
  await open({ allowChanges: true, args: ['--read-only'] });
  await expectNothingPossible(id, off);
  await product.stop();

  const eve = ['--as', 'eve', '--as-group', 'training:operators'];
  for (const [verb, resource] of [
    ['patch', 'configmaps'],
    ['delete', 'pods'],
  ]) {
    await open({
      allowChanges: true,
      args: [...eve, '--as-group', `training:without:${verb}:${resource}`],
    });
    await expectNothingPossible(id, new RegExp(`Our user may not: ${verb} ${resource}`));
    await product.stop();
  }
});
