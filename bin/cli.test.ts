import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBuild, runCommand, wrapper } from './run-command.fixture';

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

  it('nobody named a cluster and the current one is unreachable: then it tells of the training cluster', async () => {
    const env = { KUBECONFIG: kubeconfig('http://127.0.0.1:1') };
    const { code, stderr } = await runCommand(['start', '--port', '0'], { env });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^kpr-explorer: [^\n]*cannot be reached[^\n]*--training\.\n$/);
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

const table = `ID   Frontend            Service Type   Backend
1    10.100.0.1:443      ClusterIP      1 => 192.168.38.254:443 (active)
                                        2 => 192.168.7.21:443 (terminating)
what is this
`;

describe('parse', () => {
  it('reads standard input and prints JSON, with what it did not understand', async () => {
    const { code, stdout, stderr } = await runCommand(['parse', 'service-list'], { input: table });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.frontends).toMatchObject([
      {
        id: 1,
        ip: '10.100.0.1',
        port: 443,
        protocol: null,
        scope: 'external',
        type: 'ClusterIP',
        remote: false,
        backends: [
          { ip: '192.168.38.254', port: 443, state: 'active' },
          { ip: '192.168.7.21', port: 443, state: 'terminating' },
        ],
      },
    ]);
    expect(report.unparsed).toMatchObject([{ line: 4, text: 'what is this' }]);
  });

  it('reads a status', async () => {
    const input =
      'KubeProxyReplacement:   True   [eth0 10.0.0.1 (Direct Routing)]\nCilium:   Ok   1.18.0 (v1.18.0-2b2c2f3)\n';
    const { code, stdout } = await runCommand(['parse', 'status'], { input });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      kubeProxyReplacement: { mode: 'True', directRoutingDevice: 'eth0' },
      cilium: { state: 'Ok' },
      unparsed: [],
    });
  });

  it('ends with 2 and one sentence when nothing was understood', async () => {
    for (const input of ['', 'hello\n', table.replace('ID ', 'IX ').replaceAll('=>', '->')]) {
      const { code, stdout, stderr } = await runCommand(['parse', 'status'], { input });
      expect(code, input).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^kpr-explorer: [^\n]+\n$/);
    }
    const { code, stderr } = await runCommand(['parse', 'status'], { input: table });
    expect(code).toBe(2);
    expect(stderr).toContain('parse service-list');
  });

  it('knows the two commands only', async () => {
    const { code, stderr } = await runCommand(['parse', 'bpf-lb-list']);
    expect(code).toBe(1);
    expect(stderr).toContain('service-list, status');
  });
});

describe('the command', () => {
  it('prints its version and its help', async () => {
    expect((await runCommand(['--version'], { file: wrapper })).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const help = await runCommand(['--help']);
    expect(help.code).toBe(0);
    expect(help.stdout).toContain('start [options]');
    expect(help.stdout).toContain('parse <command>');
    expect((await runCommand(['start', '--help'])).stdout).toContain('--training [scenario]');
  });
});
