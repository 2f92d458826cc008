import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CiliumVersion } from '../cilium-version';
import type { StatusResponse } from '../output/status-response';
import type { AgentAPI } from './agent-api';
import { runCommand } from './run-command';

const errors = join(import.meta.dirname, '../../../../../../shared/vectors/agent/errors');

function release(minor: number, patch = 0): CiliumVersion {
  return { major: 1, minor, patch, text: `1.${minor}.${patch}` };
}

function agent(version: CiliumVersion, socket: ReturnType<AgentAPI['socket']>): AgentAPI {
  const status: StatusResponse = {
    'attach-mode': 'tcx',
    cilium: { state: 'Ok', msg: ' (v-)' },
    'kube-proxy-replacement': { mode: 'True' },
  };
  return {
    version,
    nowMs: () => 0,
    socket: () => socket,
    status: () => status,
    health: () => null,
    modules: () => [],
    services: () => [],
    serviceTable: () => '',
    serviceJson: () => '[]\n\n',
  };
}

describe('the programs of an image', () => {
  it('are called cilium in every version, and cilium-dbg too since v1.15', () => {
    expect(runCommand(['cilium-dbg', 'version'], agent(release(14, 16), 'ready'))).toBe('no-such-binary');
    expect(runCommand(['cilium-dbg', 'version'], agent(release(15), 'ready'))).toMatchObject({ exitCode: 0 });
    expect(runCommand(['/usr/bin/cilium', 'version'], agent(release(18), 'ready'))).toMatchObject({
      exitCode: 0,
    });
    expect(runCommand(['sh', '-c', 'cilium status'], agent(release(18), 'ready'))).toBe('no-such-binary');
  });
  it('put the socket where the host belongs up to v1.13.4', () => {
    const stderr = (version: CiliumVersion): string => {
      const result = runCommand(['cilium', 'status'], agent(version, 'missing'));
      return result === 'no-such-binary' ? result : result.stderr;
    };
    const dial =
      'dial unix /var/run/cilium/cilium.sock: connect: no such file or directory\nIs the agent running?\n';
    expect(stderr(release(13, 4))).toBe(`Get "http:///var/run/cilium/cilium.sock/v1/healthz": ${dial}`);
    expect(stderr(release(13, 5))).toBe(`Get "http://localhost/v1/healthz": ${dial}`);
  });
  it('answer with a warning and exit code 1 while the probes have not run (v1.18 and later)', () => {
    const result = runCommand(['cilium', 'status'], agent(release(18), 'warming'));
    expect(result).toMatchObject({ exitCode: 1, stderr: '' });
    if (result === 'no-such-binary') return;
    expect(result.stdout).toMatch(/^Cilium: +Warning {3}Not all probes executed at least once$/m);
    expect(result.stdout).not.toContain('Attach Mode:');
    expect(runCommand(['cilium', 'status', '-o', 'json'], agent(release(18), 'warming'))).toMatchObject({
      exitCode: 0,
    });
  });
});

type Recorded = { argv: string; exit_code: number; stdout: string; stderr: string };

/** Commands of the recordings that no reader of ours runs, or whose answer is of that cluster. */
const left =
  /bpf|shell|-H |--config|yaml|version|config|statedb|lrp|node list|metrics|kvstore|map |extra-arg|--timeout 0s|list --clustermesh/;

if (!existsSync(errors)) {
  it.skip('reads ../shared/vectors/agent/errors (absent here)', () => {});
} else {
  const sockets = {
    '01-no-agent-no-socket': 'missing',
    '02-stale-socket-no-maps': 'refused',
    '05-usage-errors': 'ready',
    '12-stopped-gracefully': 'missing',
  } as const;
  describe.each(Object.entries(sockets))('recorded answers of %s', (file, socket) => {
    const { results } = JSON.parse(readFileSync(join(errors, `${file}.json`), 'utf8')) as {
      results: Recorded[];
    };
    it.each(results.filter(({ argv }) => !left.test(argv)))(
      '$argv',
      ({ argv, exit_code, stdout, stderr }) => {
        const printed = runCommand(argv.split(' '), agent(release(21), socket));
        expect(printed).toEqual({ stdout, stderr, exitCode: exit_code });
      },
    );
  });
}
