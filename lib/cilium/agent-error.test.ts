import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { questionOf } from './agent-command';
import type { AgentAnswer } from './agent-error';
import { classifyAgentAnswer } from './agent-error';

const answer = (change: Partial<AgentAnswer>): AgentAnswer => ({
  question: 'status',
  stdout: '',
  stderr: '',
  exitCode: 1,
  ...change,
});

const codeOf = (change: Partial<AgentAnswer>): string | null =>
  classifyAgentAnswer(answer(change))?.code ?? null;

const socket = 'Get "http://localhost/v1/healthz": dial unix /var/run/cilium/cilium.sock: connect: ';
const oldSocket =
  'Get "http:///var/run/cilium/cilium.sock/v1/healthz": dial unix /var/run/cilium/cilium.sock: connect: ';
const table =
  'ID   Frontend   Service Type   Backend   \n1    10.96.0.1:443/TCP   ClusterIP   1 => 10.0.0.1:443/TCP (active)   \n';

describe('an answer that is none', () => {
  test.each([
    [`${socket}no such file or directory\nIs the agent running?\n`, 'not-ready'],
    [`${oldSocket}connection refused\nIs the agent running?\n`, 'not-ready'],
    [`${socket}permission denied\nIs the agent running?\n`, 'forbidden'],
    ['cilium: daemon unreachable\n', 'not-ready'],
    ['Error: Cannot get services list: Cilium API client timeout exceeded\n', 'timed-out'],
    ['Error: Cannot get services list: [GET /service][403] (status 403): {}\n', 'api-disabled'],
    ['This API is administratively disabled. Contact your administrator for more details.\n', 'api-disabled'],
    [
      'OCI runtime exec failed: exec failed: unable to start container process: exec: "cilium-dbg": executable file not found in $PATH: unknown',
      'no-such-binary',
    ],
    [
      'Internal error occurred: error executing command in container: exec: "cilium-dbg": stat cilium-dbg: no such file or directory',
      'no-such-binary',
    ],
    ['unable to upgrade connection: container not found ("cilium-agent")', 'no-such-container'],
    ['container cilium-agent is not valid for pod cilium-x', 'no-such-container'],
    ['unable to upgrade connection: pod does not exist', 'pod-gone'],
    ['pods "cilium-6zk7d" not found', 'pod-gone'],
    [
      'Error from server (BadRequest): container "cilium-agent" in pod "cilium-6zk7d" is waiting to start: PodInitializing',
      'not-ready',
    ],
    [
      'pods "cilium-x" is forbidden: User "jane" cannot create resource "pods/exec" in API group ""',
      'forbidden',
    ],
    ['error: You must be logged in to the server (Unauthorized)', 'unauthenticated'],
    ['Error: unknown flag: --foo\n', 'command-failed'],
    ['Error: unknown command "foo" for "cilium-dbg"\n', 'command-failed'],
    ['Please run "cilium bpf lb list" command(s) with root privileges.\n', 'forbidden'],
    [`${socket.replace('dial unix', 'read unix')} connection reset by peer`, 'connection-lost'],
    ['error dialing backend: dial tcp 10.0.0.7:10250: connect: connection timed out', 'connection-lost'],
    ['something else went wrong', 'command-failed'],
  ])('%j is told of as %s', (stderr, code) => {
    const error = classifyAgentAnswer(answer({ stderr }));
    expect(error?.code).toBe(code);
    expect(error?.detail).not.toBe('');
    for (const words of [error?.title, error?.hint]) expect(words).toMatch(/^[A-Z].{10,}/);
  });

  test('says so also where the exit code is zero: help, nothing at all, or something else', () => {
    expect(codeOf({ exitCode: 0, stdout: 'List services\n\nUsage:\n  cilium-dbg service [command]\n' })).toBe(
      'command-failed',
    );
    expect(codeOf({ exitCode: 0, stdout: '' })).toBe('unreadable');
    expect(codeOf({ exitCode: 0, stdout: 'attachmode: tcx\n' })).toBe('unreadable');
    expect(codeOf({ exitCode: 0, question: 'other', stdout: 'Client: 1\nDaemon: Not responding\n' })).toBe(
      'not-ready',
    );
  });

  test('that never came is timed out, or a lost connection', () => {
    expect(codeOf({ exitCode: null, timedOut: true })).toBe('timed-out');
    expect(codeOf({ exitCode: null })).toBe('connection-lost');
    expect(classifyAgentAnswer(answer({ exitCode: 137 }))?.hint).toContain('memory');
  });

  test('bounds what it repeats', () => {
    expect(classifyAgentAnswer(answer({ stderr: 'x'.repeat(1e6) }))?.detail.length).toBeLessThan(700);
  });
});

describe('an answer that is one', () => {
  test('is no error with exit code 1 either: an unhealthy agent ends its status so', () => {
    const stdout = 'KVStore:   Disabled   \nCilium:   Warning   Not all probes executed at least once\n';
    expect(codeOf({ stdout, exitCode: 1 })).toBeNull();
    expect(codeOf({ stdout, exitCode: 0 })).toBeNull();
    expect(codeOf({ stdout: '{\n  "cilium": {}\n}\n\n', exitCode: 0 })).toBeNull();
    expect(
      codeOf({ stdout: `Defaulted container "cilium-agent" out of: cilium-agent\n${stdout}`, exitCode: 0 }),
    ).toBeNull();
    expect(codeOf({ question: 'service-list', stdout: table, exitCode: 0 })).toBeNull();
  });

  test('is half of one where it has no end, no exit code, or a bad one', () => {
    expect(codeOf({ question: 'service-list', stdout: table.slice(0, -20), exitCode: 0 })).toBe(
      'half-answer',
    );
    expect(codeOf({ question: 'service-list', stdout: table, exitCode: 137 })).toBe('half-answer');
    expect(codeOf({ question: 'service-list', stdout: table, exitCode: null })).toBe('half-answer');
    expect(codeOf({ question: 'service-list', stdout: table, exitCode: null, timedOut: true })).toBe(
      'half-answer',
    );
    const stderr = 'Error: Failed while streaming remote health data table: EOF\n';
    expect(codeOf({ stdout: 'KVStore:   Disabled   \n', stderr, exitCode: 1 })).toBe('half-answer');
  });
});

test('the question is told from the argv', () => {
  expect(questionOf(['cilium-dbg', 'status', '--verbose'])).toBe('status');
  expect(questionOf(['cilium', 'service', 'list', '-o', 'json'])).toBe('service-list');
  expect(questionOf(['cilium', 'status', '--brief'])).toBe('other');
  expect(questionOf(['cilium', 'bpf', 'lb', 'list'])).toBe('other');
});

const recorded = join(process.cwd(), '..', 'shared', 'vectors', 'agent', 'errors');
if (!existsSync(recorded)) process.stderr.write(`skipped: no recorded answers in ${recorded}\n`);

type Result = {
  argv: string;
  exit_code: number | null;
  timed_out?: boolean;
  stdout?: string;
  stderr?: string;
};

describe.skipIf(!existsSync(recorded))(
  'what a real agent answered while it was down, starting, hung or refused',
  () => {
    /** What each file's errors must be; its good answers are none. */
    const expected: Record<string, string[]> = {
      '01': ['not-ready'],
      '02': ['not-ready'],
      '03': ['not-ready'],
      '04': [],
      '05': ['command-failed', 'unreadable', 'timed-out', 'not-ready'],
      '06': ['forbidden', 'not-ready'],
      '07': ['timed-out', 'not-ready'],
      '08': ['timed-out', 'not-ready'],
      '09': [],
      '10': ['not-ready'],
      '11': ['not-ready'],
      '12': ['not-ready'],
      '13': ['not-ready'],
      '14': ['not-ready'],
    };

    test.each(existsSync(recorded) ? readdirSync(recorded) : [])('%s', (file) => {
      const { results = [], polls = [] } = JSON.parse(readFileSync(join(recorded, file), 'utf8')) as {
        results?: Result[];
        polls?: { results: Result[] }[];
      };
      const codes = new Set<string>();
      for (const { argv, exit_code: exitCode, timed_out: timedOut, stdout = '', stderr = '' } of [
        ...results,
        ...polls.flatMap((poll) => poll.results),
      ]) {
        const question = questionOf(argv.split(' '));
        const error = classifyAgentAnswer({ question, stdout, stderr, exitCode, timedOut });
        if (error !== null) codes.add(error.code);
        const isReport = question === 'status' && stdout.startsWith('KVStore');
        if (exitCode !== 0) expect([argv, error === null]).toEqual([argv, isReport]);
        else if (question !== 'other' && /^(?:ID |KVStore|\{|\[)/.test(stdout))
          expect([argv, error]).toEqual([argv, null]);
      }
      expect([...codes].sort()).toEqual([...(expected[file.slice(0, 2)] ?? [])].sort());
    });
  },
);
