import { createServer } from 'node:net';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TrainingCluster } from '@/lib/server/training/training-cluster';
import { checkConnection } from './check-connection';
import { openConnection } from './open-connection';
import { connectAs, startShop, tokenOf } from './shop-cluster.fixture';

let cluster: TrainingCluster;
let directory = '';
beforeAll(async () => {
  cluster = await startShop();
  directory = mkdtempSync(join(tmpdir(), 'connection-'));
});
afterAll(async () => {
  await cluster.stop();
  rmSync(directory, { recursive: true });
});

function script(name: string, body: string): string {
  const path = join(directory, name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}

const exec = (command: string, rest: object = {}) => ({
  exec: { apiVersion: 'client.authentication.k8s.io/v1', command, interactiveMode: 'Never', ...rest },
});

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: Error) => error,
  );

test('the version of a server over TLS', async () => {
  expect(await checkConnection(connectAs(cluster, 'admin'))).toBe('v1.33.1');
});

test('a user who may do nothing may still read the version', async () => {
  expect(await checkConnection(connectAs(cluster, 'nobody'))).toBe('v1.33.1');
});

describe('one clear sentence for', () => {
  test('a server that is not there', async () => {
    const kubeconfig = JSON.parse(cluster.kubeconfig);
    kubeconfig.clusters[0].cluster.server = 'https://127.0.0.1:1';
    const connection = openConnection({
      kind: 'training',
      kubeconfig: JSON.stringify(kubeconfig),
      scenario: 'x',
    });
    const error = await failure(checkConnection(connection));
    expect(error?.message).toBe(
      'The API server https://127.0.0.1:1 cannot be reached: the connection was refused.',
    );
  });

  test('a server whose certificate is not trusted', async () => {
    const kubeconfig = JSON.parse(cluster.kubeconfig);
    delete kubeconfig.clusters[0].cluster['certificate-authority-data'];
    delete kubeconfig.clusters[0].cluster['insecure-skip-tls-verify'];
    const connection = openConnection({
      kind: 'training',
      kubeconfig: JSON.stringify(kubeconfig),
      scenario: 'x',
    });
    const error = await failure(checkConnection(connection));
    expect(error?.message).toMatch(/^The TLS connection to https:.+ failed: .+certificate.*\.$/);
  });

  test('a server that takes the connection and says nothing', async () => {
    const mute = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => mute.once('listening', resolve));
    const address = mute.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const kubeconfig = JSON.parse(cluster.kubeconfig);
    kubeconfig.clusters[0].cluster.server = `http://127.0.0.1:${port}`;
    const connection = openConnection({
      kind: 'training',
      kubeconfig: JSON.stringify(kubeconfig),
      scenario: 'x',
    });
    const error = await failure(checkConnection(connection, { timeoutMs: 200 }));
    mute.close();
    expect(error?.message).toMatch(/did not answer read the version within 0.2 s\.$/);
  });

  test('a token that is not accepted', async () => {
    const error = await failure(checkConnection(connectAs(cluster, 'admin', { token: 'wrong' })));
    expect(error?.message).toMatch(/^The API server does not accept our credentials \(401\)/);
  });

  test('a credential command that is not installed', async () => {
    const connection = connectAs(
      cluster,
      'admin',
      exec('no-such-login', { installHint: 'Install no-such-login.' }),
    );
    const error = await failure(checkConnection(connection));
    expect(error?.message).toBe(
      'The kubeconfig gets its credentials from the command "no-such-login", which is not installed.',
    );
  });

  test('a credential command that fails', async () => {
    const path = script('fails', 'echo "session expired, log in again" >&2; exit 3');
    const error = await failure(
      checkConnection(connectAs(cluster, 'admin', exec(path, { args: ['token'] }))),
    );
    expect(error?.message).toBe(
      `The credential command "${path} token" failed: session expired, log in again.`,
    );
  });

  test('a credential command that prints nonsense', async () => {
    const error = await failure(
      checkConnection(connectAs(cluster, 'admin', exec(script('nonsense', 'echo hello')))),
    );
    expect(error?.message).toContain('what it printed is not JSON');
  });
});

describe('credentials that change', () => {
  test('a token file is read again when its token is refused', async () => {
    const path = join(directory, 'token');
    writeFileSync(path, `${tokenOf(cluster, 'admin')}\n`);
    const connection = connectAs(cluster, 'admin', { tokenFile: path });
    expect(await checkConnection(connection)).toBe('v1.33.1');
    cluster.faults.rotateTokens();
    writeFileSync(path, tokenOf(cluster, 'admin'));
    expect(await checkConnection(connection)).toBe('v1.33.1');
  });

  test('a credential command runs once for many requests, and again when its token is refused', async () => {
    const tokenPath = join(directory, 'exec-token');
    const countPath = join(directory, 'count');
    writeFileSync(tokenPath, tokenOf(cluster, 'admin'));
    const path = script(
      'login',
      `echo "$KUBERNETES_EXEC_INFO" >> ${countPath}\nprintf '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"%s"}}' "$(cat ${tokenPath})"`,
    );
    const connection = connectAs(cluster, 'admin', exec(path));
    await Promise.all(Array.from({ length: 10 }, () => checkConnection(connection)));
    const runs = () => readFileSync(countPath, 'utf8').trim().split('\n');
    expect(runs()).toHaveLength(1);
    expect(JSON.parse(runs()[0] ?? '')).toMatchObject({
      kind: 'ExecCredential',
      spec: { interactive: false },
    });
    cluster.faults.rotateTokens();
    writeFileSync(tokenPath, tokenOf(cluster, 'admin'));
    expect(await checkConnection(connection)).toBe('v1.33.1');
    expect(runs()).toHaveLength(2);
  });

  test('a credential that has expired is renewed', async () => {
    const countPath = join(directory, 'expiring');
    const past = new Date(Date.now() - 1_000).toISOString();
    const path = script(
      'expiring-login',
      `echo run >> ${countPath}\nprintf '{"status":{"token":"%s","expirationTimestamp":"${past}"}}' "${tokenOf(cluster, 'admin')}"`,
    );
    const connection = connectAs(cluster, 'admin', exec(path));
    await connection.requestOptions();
    await connection.requestOptions();
    expect(readFileSync(countPath, 'utf8').trim().split('\n').length).toBeGreaterThanOrEqual(2);
  });
});

test('--as and --as-group travel with each request', async () => {
  const connection = openConnection({
    kind: 'training',
    kubeconfig: cluster.kubeconfig,
    scenario: 'x',
    as: 'jane',
    asGroups: ['ops', 'dev'],
  });
  const { headers } = await connection.requestOptions();
  expect(headers).toMatchObject({ 'Impersonate-User': 'jane', 'Impersonate-Group': ['ops', 'dev'] });
  expect(connection.identity.user).toBe('jane');
});
