import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { TrainingCluster } from '@/lib/server/training/training-cluster';
import { agentArgv } from './agent-command';
import type { KubeConnection } from './kube-connection';
import { KubeError } from './kube-error';
import { podExec } from './pod-exec';
import { connectAs, startShop } from './shop-cluster.fixture';

let cluster: TrainingCluster;
let connection: KubeConnection;
let pod = '';
beforeAll(async () => {
  cluster = await startShop();
  connection = connectAs(cluster, 'reader');
  const agents = cluster.api.list('Pod').filter(({ metadata }) => metadata.labels?.['k8s-app'] === 'cilium');
  pod = agents[0]?.metadata.name ?? '';
});
afterEach(() => cluster.faults.clear());
afterAll(() => cluster.stop());

const limits = { timeoutMs: 1_000, maxBytes: 1 << 20 };
const argv = agentArgv('cilium-dbg', 'service-list');

function run(
  options: {
    name?: string;
    container?: string;
    as?: KubeConnection;
    signal?: AbortSignal;
    maxBytes?: number;
  } = {},
) {
  const {
    name = pod,
    container = 'cilium-agent',
    as = connection,
    signal = new AbortController().signal,
  } = options;
  const target = { namespace: 'kube-system', pod: name, container };
  return podExec(as, target, argv, { ...limits, maxBytes: options.maxBytes ?? limits.maxBytes }, signal);
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof KubeError ? error.code : String(error)),
  );

test('gives stdout, stderr and the exit code apart', async () => {
  const { stdout, stderr, exitCode } = await run();
  expect(stdout.toString()).toMatch(/^ID +Frontend +Service Type +Backend/);
  expect(stderr.toString()).toBe('');
  expect(exitCode).toBe(0);
});

test('a command that fails is a result', async () => {
  cluster.faults.agent(pod, { kind: 'fails', stderr: 'Error: no\n', exitCode: 7 });
  const { stdout, stderr, exitCode } = await run();
  expect([stdout.toString(), stderr.toString(), exitCode]).toEqual(['', 'Error: no\n', 7]);
});

test.each([
  [{ kind: 'silent' }, 'timed-out'],
  [{ kind: 'hangs' }, 'timed-out'],
  [{ kind: 'half-table' }, 'half-answer'],
  [{ kind: 'dies-in-the-middle' }, 'half-answer'],
  [{ kind: 'no-such-binary' }, 'no-such-binary'],
] as const)('an agent that is %o is told as %s', async (fault, code) => {
  cluster.faults.agent(pod, fault);
  expect(await codeOf(run())).toBe(code);
});

test('ends at the time limit, and soon when given up', async () => {
  cluster.faults.agent(pod, { kind: 'silent' });
  const giveUp = new AbortController();
  setTimeout(() => giveUp.abort(), 100);
  const startMs = performance.now();
  await codeOf(run({ signal: giveUp.signal }));
  expect(performance.now() - startMs).toBeLessThan(800);
});

test('ends at the size limit', async () => {
  cluster.faults.agent(pod, { kind: 'prints', stdout: 'x'.repeat(300_000) });
  expect(await codeOf(run({ maxBytes: 100_000 }))).toBe('too-large');
});

test('a pod that is gone, and a container that is not there', async () => {
  expect(await codeOf(run({ name: 'cilium-gone' }))).toBe('pod-gone');
  expect(await codeOf(run({ container: 'nginx' }))).toBe('no-such-container');
});

test('a user who may not exec is told so', async () => {
  expect(await codeOf(run({ as: connectAs(cluster, 'viewer') }))).toBe('forbidden');
});

test('credentials that are refused', async () => {
  expect(await codeOf(run({ as: connectAs(cluster, 'admin', { token: 'wrong' }) }))).toBe('unauthenticated');
});

test.each([
  [429, 'throttled'],
  [500, 'server-error'],
] as const)('an API server that answers %i', async (code, told) => {
  const takeBack = cluster.faults.api({ code, path: /\/exec/ });
  expect(await codeOf(run())).toBe(told);
  takeBack();
});
