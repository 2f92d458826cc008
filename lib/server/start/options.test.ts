import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserCommand } from './open-browser';
import { parseDurationMs } from './option-values';
import { createProgram } from './program';
import type { StartOptions } from './start-options';

afterEach(() => vi.unstubAllEnvs());

/** What `start` is called with for a command line; throws what commander would print. */
async function started(...args: string[]): Promise<StartOptions> {
  let seen: StartOptions | null = null;
  const program = createProgram({
    start: async (options) => {
      seen = options;
    },
    parse: async () => {},
  });
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeErr: () => {}, writeOut: () => {} });
  }
  await program.parseAsync(['start', ...args], { from: 'user' });
  if (seen === null) throw new Error('start was not called');
  return seen;
}

describe('the options of start', () => {
  it('listens on loopback, port 8210, with a browser, unless told otherwise', async () => {
    vi.stubEnv('PORT', undefined);
    expect(await started()).toEqual({
      host: '127.0.0.1',
      port: 8210,
      browser: true,
      build: true,
      logLevel: 'warn',
    });
  });

  it('reads every option', async () => {
    const args =
      '--context prod --kubeconfig a:b -n cilium --as eve --as-group dev --as-group ops --port 0 --host ::1 --allow-host kpr --no-browser --read-only --allow-changes --data-dir /var/lib/kpr --helm /opt/helm --sweep-interval 1m30s --log-level debug';
    expect(await started(...args.split(' '))).toEqual({
      context: 'prod',
      kubeconfig: 'a:b',
      namespace: 'cilium',
      as: 'eve',
      asGroup: ['dev', 'ops'],
      port: 0,
      host: '::1',
      allowHost: ['kpr'],
      browser: false,
      build: true,
      readOnly: true,
      allowChanges: true,
      dataDir: '/var/lib/kpr',
      helm: '/opt/helm',
      sweepInterval: 90_000,
      logLevel: 'debug',
    });
  });

  it('takes --training with and without a scenario', async () => {
    expect(await started('--training')).toMatchObject({ training: true });
    expect(await started('--training', 'large', '--nodes', '100', '--services', '2000')).toMatchObject({
      training: 'large',
      nodes: 100,
      services: 2000,
    });
    expect(await started('--training', '--port', '1')).toMatchObject({ training: true, port: 1 });
  });

  it('reads CILIUM_NAMESPACE and PORT, and lets the command line win', async () => {
    vi.stubEnv('CILIUM_NAMESPACE', 'from-env');
    vi.stubEnv('PORT', '9999');
    expect(await started()).toMatchObject({ namespace: 'from-env', port: 9999 });
    expect(await started('-n', 'mine', '--port', '1')).toMatchObject({ namespace: 'mine', port: 1 });
  });

  it.each([
    ['--port', '65536'],
    ['--port', 'http'],
    ['--sweep-interval', 'soon'],
    ['--sweep-interval', '10ms'],
    ['--sweep-interval', '2h'],
    ['--nodes', '0'],
    ['--log-level', 'loud'],
    ['--cluster', 'prod'],
  ])('refuses %s %s by name', async (option, value) => {
    await expect(started(option, value)).rejects.toThrow(option);
  });
});

describe('parseDurationMs', () => {
  it.each([
    ['2', 2_000],
    ['0.5', 500],
    ['500ms', 500],
    ['10s', 10_000],
    ['1m', 60_000],
    ['1h', 3_600_000],
    ['1m30s', 90_000],
  ])('reads %s as %i ms', (text, durationMs) => expect(parseDurationMs(text)).toBe(durationMs));
});

describe('browserCommand', () => {
  const surroundings = { platform: 'linux', environment: { DISPLAY: ':0' }, isTerminal: true } as const;

  it('opens a browser only where a person would see it', () => {
    expect(browserCommand(surroundings)).toEqual(['xdg-open']);
    expect(browserCommand({ ...surroundings, platform: 'darwin' })).toEqual(['open']);
    expect(browserCommand({ ...surroundings, environment: {} })).toBeNull();
    expect(browserCommand({ ...surroundings, isTerminal: false })).toBeNull();
    expect(browserCommand({ ...surroundings, environment: { DISPLAY: ':0', CI: 'true' } })).toBeNull();
  });
});
