import { createHash } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { ApiContext } from './api-context';
import type { AgentFault } from './fault-control';
import { exitStatus, internalStatus, noSuchBinaryStatus, type ExecStatus } from './exec-status';

const channels = { stdout: 1, stderr: 2, status: 3 } as const;
/** As the kubelet copies a stream. */
const chunkBytes = 32 * 1024;

export type ExecRequest = {
  namespace: string;
  podName: string;
  container: string;
  argv: readonly string[];
  stdin: boolean;
  stdout: boolean;
  stderr: boolean;
};

export const noStreams = 'you must specify at least 1 of stdin, stdout, stderr';

/** Whether a request asks for anything at all. */
export function asksForStreams({ stdin, stdout, stderr }: ExecRequest): boolean {
  return stdin || stdout || stderr;
}

/** Sends one frame and waits until it has left for the socket; false once the socket is closed. */
function sendFrame(socket: WebSocket, channel: number, data: Buffer): Promise<boolean> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve(false);
  return new Promise((resolve) => {
    socket.send(Buffer.concat([Buffer.of(channel), data]), (error) => resolve(!error));
  });
}

async function sendStream(socket: WebSocket, channel: number, data: Buffer): Promise<void> {
  for (let start = 0; start < data.length; start += chunkBytes) {
    if (!(await sendFrame(socket, channel, data.subarray(start, start + chunkBytes)))) return;
  }
}

async function finish(socket: WebSocket, status: ExecStatus): Promise<void> {
  await sendFrame(socket, channels.status, Buffer.from(JSON.stringify(status)));
  socket.close(1000);
}

/** Part of an output, never ending with a line: what is left when a connection breaks. */
function firstPart(output: Buffer): Buffer {
  const middle = Math.floor(output.length / 2);
  return output.subarray(0, output[middle - 1] === 0x0a ? middle - 1 : middle);
}

async function sendBroken(socket: WebSocket, stdout: Buffer, fault: AgentFault): Promise<void> {
  await sendStream(socket, channels.stdout, firstPart(stdout));
  if (fault.kind === 'dies-in-the-middle') socket.terminate();
  else if (fault.kind === 'half-table' && fault.ends === 'success') {
    await finish(socket, { metadata: {}, status: 'Success' });
  } else if (fault.kind === 'half-table') socket.close(1000);
}

async function answer(
  context: ApiContext,
  socket: WebSocket,
  request: ExecRequest,
  fault: AgentFault | undefined,
): Promise<void> {
  const { namespace, podName, container, argv } = request;
  if (!asksForStreams(request)) {
    return finish(socket, internalStatus(`unable to upgrade connection: ${noStreams}`));
  }
  if (fault?.kind === 'fails') {
    const { stderr, exitCode = 1 } = fault;
    if (request.stderr) await sendStream(socket, channels.stderr, Buffer.from(stderr));
    return finish(socket, exitStatus(exitCode, argv, socket.protocol));
  }
  const result =
    fault?.kind === 'no-such-binary'
      ? 'no-such-binary'
      : context.runtime.run(namespace, podName, container, argv);
  if (result === 'not-running') {
    return finish(
      socket,
      internalStatus(`unable to upgrade connection: container not found ("${container}")`),
    );
  }
  if (result === 'no-such-binary') {
    const execId = createHash('sha256').update(`${podName} ${context.clock.nowMs()}`).digest('hex');
    return finish(socket, noSuchBinaryStatus(argv[0] ?? '', execId, socket.protocol));
  }
  const stdout = Buffer.from(fault?.kind === 'prints' ? fault.stdout : result.stdout);
  if (fault && ['half-table', 'dies-in-the-middle', 'hangs'].includes(fault.kind)) {
    return sendBroken(socket, stdout, fault);
  }
  if (request.stdout) await sendStream(socket, channels.stdout, stdout);
  if (request.stderr) await sendStream(socket, channels.stderr, Buffer.from(result.stderr));
  return finish(socket, exitStatus(result.exitCode, argv, socket.protocol));
}

/** Runs a command and sends what it prints over an open WebSocket, channel by channel, its status last. */
export async function runExec(
  context: ApiContext,
  socket: WebSocket,
  request: ExecRequest,
  nodeName: string | undefined,
): Promise<void> {
  // So the API server says that the connection stands, before anything is run.
  const first = request.stdout ? 'stdout' : request.stderr ? 'stderr' : 'status';
  await sendFrame(socket, channels[first], Buffer.alloc(0));
  const fault = context.faults.agentFault(request.podName, nodeName);
  if (fault?.kind === 'silent') return;
  if (fault?.kind === 'slow') {
    await new Promise<void>((resolve) => {
      const stop = context.clock.after(fault.delayMs, resolve);
      socket.on('close', () => {
        stop();
        resolve();
      });
    });
  }
  try {
    await answer(context, socket, request, fault);
  } catch (error) {
    await finish(socket, internalStatus(`error executing command in container: ${String(error)}`));
  }
}
