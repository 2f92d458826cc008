import { beforeAll, describe, expect, test } from 'vitest';
import { podExec } from '@/lib/server/kube/pod-exec';
import {
  ExecForbiddenError,
  NoSuchBinaryError,
  NoSuchContainerError,
  PodGoneError,
} from '@/lib/server/kube/exec-error';
import { agentPods } from '../agent-pods';
import { execOver, type ExecAnswer } from '../exec-socket';
import { refusal } from '../expected-status';
import { users, type Server, type User } from '../server-under-test';

const [v5, v4] = ['v5.channel.k8s.io', 'v4.channel.k8s.io'];
const namespace = 'kube-system';
const container = 'cilium-agent';
const limits = { timeoutMs: 15_000, maxBytes: 8 << 20 };

function execPath(pod: string, argv: readonly string[], options: Record<string, string> = {}): string {
  const query = new URLSearchParams({ container, stdout: 'true', stderr: 'true', ...options });
  for (const argument of argv) query.append('command', argument);
  return `/api/v1/namespaces/${namespace}/pods/${pod}/exec?${query}`;
}

function opened(answer: ExecAnswer) {
  if ('refused' in answer) throw new Error(`The exec was refused: ${answer.refused.text}`);
  return answer;
}

/** Commands in an agent. What only a kubelet would say (a container that is not running) is not tried: kwok is none. */
export function execs(server: Server): void {
  describe('exec over a WebSocket', () => {
    let pod = '';
    beforeAll(async () => {
      // The first one is ended by the tests of logs.
      pod = (await agentPods(server)).at(-1) ?? '';
    });
    const run = (argv: readonly string[], protocols = [v5, v4], options: Record<string, string> = {}) =>
      execOver(server().connection('reader'), execPath(pod, argv, options), protocols);

    test.each([
      [[v5, v4], v5],
      [[v4, v5], v5],
      [[v4], v4],
    ])('offered %o it speaks %s: output, then a status of success, then a close', async (offered, spoken) => {
      const answer = opened(await run(['cilium-dbg', 'status', '--brief'], offered));
      expect(answer).toMatchObject({ protocol: spoken, stdout: 'OK\n', stderr: '', closeCode: 1000 });
      expect(answer.status).toMatchObject({ status: 'Success' });
      // An empty frame at first: the connection stands. The status at last.
      expect(answer.channels[0]).toBe(1);
      expect(answer.channels.at(-1)).toBe(3);
    });

    test('an exit code is a cause of the status, stderr a channel of its own', async () => {
      for (const protocol of [v5, v4]) {
        const answer = opened(await run(['cilium-dbg', 'nonsense'], [protocol]));
        expect(answer.stdout).toBe('unknown command "nonsense" for "cilium-dbg"\n');
        expect(answer.stderr).toMatch(/^Error: unknown command "nonsense" for "cilium-dbg"\n/);
        expect(answer.status).toMatchObject({
          status: 'Failure',
          reason: 'NonZeroExitCode',
          message: expect.stringContaining('command terminated with non-zero exit code') as string,
          details: { causes: [{ reason: 'ExitCode', message: '1' }] },
        });
        expect(answer.closeCode).toBe(1000);
      }
    });

    test('streams that are not asked for do not come; none asked for is refused, in v4 by the kubelet', async () => {
      const quiet = opened(await run(['cilium-dbg', 'nonsense'], [v5], { stderr: 'false' }));
      expect(quiet).toMatchObject({ stderr: '', status: { reason: 'NonZeroExitCode' } });
      const asksNothing = { stdout: 'false', stderr: 'false' };
      const words = 'you must specify at least 1 of stdin, stdout, stderr';
      expect(await run(['cilium-dbg', 'status'], [v4], asksNothing)).toEqual({
        refused: { code: 400, text: `${words}\n`, body: {} },
      });
      expect(opened(await run(['cilium-dbg', 'status'], [v5], asksNothing)).status).toEqual({
        metadata: {},
        status: 'Failure',
        message: `Internal error occurred: unable to upgrade connection: ${words}`,
        reason: 'InternalError',
        details: { causes: [{ message: `unable to upgrade connection: ${words}` }] },
        code: 500,
      });
    });

    test('a subprotocol that nobody speaks: 403 without a word', async () => {
      expect(await run(['cilium-dbg', 'status'], ['v9.example.com'])).toMatchObject({
        refused: { code: 403, text: '' },
      });
    });

    test('a command that is not in the image: an internal error that names it', async () => {
      const answer = opened(await run(['no-such-command']));
      expect(answer.stdout).toBe('');
      expect(answer.status).toMatchObject({
        status: 'Failure',
        reason: 'InternalError',
        code: 500,
        message: expect.stringMatching(
          /exec: "no-such-command": executable file not found in \$PATH/,
        ) as string,
      });
    });

    test('refusals come instead of the upgrade: forbidden, gone, no such container', async () => {
      const refused = async (user: User, path: string) => {
        const answer = await execOver(server().connection(user), path, [v5, v4]);
        return 'refused' in answer ? answer.refused.body : answer;
      };
      const argv = ['cilium-dbg', 'status'];
      const cannot = (user: string, verb: string) =>
        refusal(
          403,
          'Forbidden',
          `pods "${pod}" is forbidden: User "${user}" cannot ${verb} resource "pods/exec" in API group "" in the namespace "${namespace}"`,
          { name: pod, kind: 'pods' },
        );
      expect(await refused('viewer', execPath(pod, argv))).toEqual(cannot(users.viewer, 'get'));
      expect(await refused('reader', execPath('gone', argv))).toEqual(
        refusal(404, 'NotFound', 'pods "gone" not found', { name: 'gone', kind: 'pods' }),
      );
      expect(await refused('reader', execPath(pod, argv, { container: 'none' }))).toEqual(
        refusal(400, 'BadRequest', `container none is not valid for pod ${pod}`),
      );
    });

    test('the product’s own exec gives output and exit code, and says what went wrong in its own classes', async () => {
      const exec = (argv: string[], target: object = {}, user: User = 'reader') =>
        podExec(
          server().connection(user),
          { namespace, pod, container, ...target },
          argv,
          limits,
          AbortSignal.timeout(20_000),
        );
      const brief = await exec(['cilium-dbg', 'status', '--brief']);
      expect({ ...brief, stdout: String(brief.stdout) }).toMatchObject({ stdout: 'OK\n', exitCode: 0 });
      const failed = await exec(['cilium-dbg', 'nonsense']);
      expect(failed.exitCode).toBe(1);
      expect(String(failed.stderr)).toContain('unknown command');
      const table = await exec(['cilium-dbg', 'service', 'list']);
      expect(String(table.stdout)).toMatch(/^ID +Frontend +Service Type +Backend/);
      const argv = ['cilium-dbg', 'status'];
      await expect(exec(['no-such-command'])).rejects.toThrow(NoSuchBinaryError);
      await expect(exec(argv, { pod: 'gone' })).rejects.toThrow(PodGoneError);
      await expect(exec(argv, { container: 'none' })).rejects.toThrow(NoSuchContainerError);
      await expect(exec(argv, {}, 'viewer')).rejects.toThrow(ExecForbiddenError);
    });
  });
}
