import { Writable } from 'node:stream';
import type { V1Status } from '@kubernetes/client-node';
import { Exec } from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { startedServer } from './started-server.fixture';

const server = startedServer();
const { configFor, agentPod } = server;

type ExecOutcome = { stdout: string; stderr: string; status?: V1Status; protocol: string; closeCode: number };

/** Runs a command as any client would; rejects if the upgrade is refused. */
async function exec(
  pod: string,
  command: string[],
  options: { context?: string; container?: string } = {},
): Promise<ExecOutcome> {
  const streams = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') =>
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        streams[name] += chunk.toString('utf8');
        done();
      },
    });
  let status: V1Status | undefined;
  const socket = await new Exec(configFor(options.context)).exec(
    'kube-system',
    pod,
    options.container ?? 'cilium-agent',
    command,
    sink('stdout'),
    sink('stderr'),
    null,
    false,
    (ended) => (status = ended),
  );
  const closeCode = await new Promise<number>((resolve) => {
    socket.onclose = ({ code }) => resolve(code);
  });
  return { ...streams, status, protocol: socket.protocol, closeCode };
}

describe('exec', () => {
  test('stdout, stderr and the status come on their own channels', async () => {
    const outcome = await exec(await agentPod(), ['cilium-dbg', 'service', 'list']);
    expect(outcome.stdout).toContain('filler-00001');
    expect(outcome.stderr).toBe('a notice\n');
    expect(outcome.status).toMatchObject({ status: 'Success' });
    expect(outcome.protocol).toBe('v5.channel.k8s.io');
  });

  test('an exit code is a cause of the status', async () => {
    const outcome = await exec(await agentPod(), ['cilium-dbg', 'nonsense']);
    expect(outcome.stderr).toContain('unknown command');
    expect(outcome.status).toMatchObject({
      status: 'Failure',
      reason: 'NonZeroExitCode',
      details: { causes: [{ reason: 'ExitCode', message: '1' }] },
    });
  });

  test('a command that the image lacks is an internal error, as containerd words it', async () => {
    const { status, stdout } = await exec(await agentPod(), ['cilium', 'status']);
    expect(stdout).toBe('');
    expect(status).toMatchObject({ status: 'Failure', reason: 'InternalError', code: 500 });
    expect(status?.message).toMatch(
      /OCI runtime exec failed: exec failed: unable to start container process: exec: "cilium": executable file not found in \$PATH: unknown$/,
    );
  });

  test('refusals come before the upgrade: forbidden, gone, no such container, none named', async () => {
    const pod = await agentPod();
    const ask = async (context: string, path: string) => {
      const token = configFor(context).getCurrentUser()?.token ?? '';
      const { request } = await import('node:http');
      return new Promise<{ code?: number; body: string }>((resolve, reject) => {
        const asked = request(
          `${server.cluster.url}/api/v1/namespaces/kube-system/pods/${path}&command=ls&stdout=true`,
          {
            headers: {
              Authorization: `Bearer ${token}`,
              Connection: 'Upgrade',
              Upgrade: 'websocket',
              'Sec-WebSocket-Version': '13',
              'Sec-WebSocket-Key': Buffer.alloc(16).toString('base64'),
              'Sec-WebSocket-Protocol': 'v4.channel.k8s.io',
            },
          },
        );
        asked.on('response', (response) => {
          let body = '';
          response.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
          response.on('end', () => resolve({ code: response.statusCode, body }));
        });
        asked.on('upgrade', () => reject(new Error('The upgrade was accepted')));
        asked.on('error', reject);
        asked.end();
      });
    };
    const forbidden = await ask('small-viewer', `${pod}/exec?container=cilium-agent`);
    expect(forbidden.code).toBe(403);
    expect(JSON.parse(forbidden.body).message).toBe(
      `pods "${pod}" is forbidden: User "training-viewer" cannot get resource "pods/exec" in API group "" in the namespace "kube-system"`,
    );
    expect((await ask('small', 'cilium-gone0/exec?container=cilium-agent')).code).toBe(404);
    const wrong = await ask('small', `${pod}/exec?container=nope`);
    expect(JSON.parse(wrong.body)).toMatchObject({
      code: 400,
      message: `container nope is not valid for pod ${pod}`,
    });
    const unnamed = await ask('small', `${pod}/exec?tty=false`);
    expect(JSON.parse(unnamed.body).message).toContain('choose one of: [cilium-agent sidecar]');
  });

  test('faults on demand: each breaks the exec in its own way', async () => {
    const pod = await agentPod();
    const list = ['cilium-dbg', 'service', 'list'];
    const whole = (await exec(pod, list)).stdout;

    server.cluster.faults.agent(pod, { kind: 'half-table' });
    const half = await exec(pod, list);
    expect(whole.startsWith(half.stdout)).toBe(true);
    expect(half.stdout.length).toBeLessThan(whole.length);
    expect(half).toMatchObject({ status: undefined, closeCode: 1000 });

    server.cluster.faults.agent(pod, { kind: 'dies-in-the-middle' });
    expect(await exec(pod, list)).toMatchObject({ status: undefined, closeCode: 1006 });

    server.cluster.faults.agent(pod, { kind: 'no-such-binary' });
    expect((await exec(pod, list)).status?.reason).toBe('InternalError');

    server.cluster.faults.agent(pod, { kind: 'fails', stderr: 'Error: no socket\n' });
    const failed = await exec(pod, list);
    expect(failed).toMatchObject({ stderr: 'Error: no socket\n', status: { reason: 'NonZeroExitCode' } });

    server.cluster.faults.agent(pod, { kind: 'slow', delayMs: 100 });
    const before = Date.now();
    expect((await exec(pod, list)).stdout).toBe(whole);
    expect(Date.now() - before).toBeGreaterThanOrEqual(99);

    server.cluster.faults.agent(pod, { kind: 'silent' });
    const silent = exec(pod, list);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(server.cluster.faults.dropWebSockets()).toBe(1);
    expect(await silent).toMatchObject({ stdout: '', status: undefined, closeCode: 1006 });
    server.cluster.faults.agent(pod, null);
  });
});
