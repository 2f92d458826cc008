import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBuild, runCommand } from './run-command.fixture';

const folder = mkdtempSync(path.join(tmpdir(), 'kpr-cli-'));
const servers: Server[] = [];

beforeAll(async () => (await loadBuild()).ensureCliBuilt());
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

async function listening(status = 500): Promise<number> {
  const server = createServer((_request, response) => response.writeHead(status).end('{}'));
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function kubeconfig(server: string): string {
  const file = path.join(folder, `config-${new URL(server).port}`);
  const config = {
    'current-context': 'dev',
    contexts: [{ name: 'dev', context: { cluster: 'dev', user: 'dev' } }],
    clusters: [{ name: 'dev', cluster: { server } }],
    users: [{ name: 'dev', user: { token: 'secret-token-value' } }],
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}

/** Runs `start` and gives the one sentence it ended with. */
async function sentence(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCommand(['start', '--no-browser', '--port', '0', ...args]);
  expect(code, stderr).toBe(1);
  expect(stdout).toBe('');
  const lines = stderr.trim().split('\n');
  expect(lines, stderr).toHaveLength(1);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr).not.toContain('secret-token-value');
  expect(stderr).toMatch(/^kpr-explorer: /);
  return stderr;
}

describe('start ends with one sentence when', () => {
  it('the port is in use', async () => {
    const port = await listening();
    expect(await sentence('--training', '--port', String(port))).toContain(
      `Port ${port} on 127.0.0.1 is in use`,
    );
  });

  it('the address is not of this machine', async () => {
    expect(await sentence('--training', '--host', '192.0.2.1')).toContain(
      '192.0.2.1 is no address of this machine',
    );
  });

  it('the context is unknown', async () => {
    const file = kubeconfig('http://127.0.0.1:9');
    expect(await sentence('--kubeconfig', file, '--context', 'prod')).toContain(
      'has no context "prod"; it has dev',
    );
  });

  it('the kubeconfig is broken, or missing', async () => {
    const broken = path.join(folder, 'broken');
    writeFileSync(broken, 'contexts: [\n');
    expect(await sentence('--kubeconfig', broken)).toContain(`The kubeconfig ${broken} cannot be read`);
    const absent = path.join(folder, 'absent');
    expect(await sentence('--kubeconfig', absent)).toContain(`The kubeconfig file ${absent} does not exist`);
  });

  it('the server is unreachable', async () => {
    const file = kubeconfig('http://127.0.0.1:1');
    expect(await sentence('--kubeconfig', file)).toMatch(
      /http:\/\/127\.0\.0\.1:1 cannot be reached: the connection was refused/,
    );
  });

  it('the server does not accept the credentials', async () => {
    const file = kubeconfig(`http://127.0.0.1:${await listening(401)}`);
    expect(await sentence('--kubeconfig', file)).toContain('does not accept our credentials (401)');
  });

  it('the scenario is unknown', async () => {
    const said = await sentence('--training', 'moon');
    expect(said).toContain('There is no training scenario "moon"');
    expect(said).toContain('article');
  });

  it('an option is unknown, wrong, or contradicts another', async () => {
    expect(await sentence('--contxt', 'x')).toContain("unknown option '--contxt'");
    expect(await sentence('--sweep-interval', 'never')).toContain('--sweep-interval');
    expect(await sentence('--training', '--context', 'x')).toContain('--training brings its own cluster');
  });
});

describe('the command', () => {
  it('prints its version and its help', async () => {
    expect((await runCommand(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const help = await runCommand(['--help']);
    expect(help.code).toBe(0);
    expect(help.stdout).toContain('start [options]');
    expect(help.stdout).toContain('parse <command>');
    expect((await runCommand(['start', '--help'])).stdout).toContain('--training [scenario]');
  });
});
