import { createHash } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { ApiContext } from './api-context';
import type { AgentFault } from './fault-control';
import { exitStatus, internalStatus, noSuchBinaryStatus, type ExecStatus } from './exec-status';

const channels = { stdout: 1, stderr: 2, status: 3 } as const;
/** As the kubelet copies a stream. */
const chunkBytes = 32 * 1024;
const encoder = new TextEncoder();

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

/** Sends one frame, whose first byte names its channel, and waits until it has left; false once the socket is closed. */
function sendFrame(socket: WebSocket, frame: Buffer): Promise<boolean> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve(false);
  return new Promise((resolve) => socket.send(frame, (error) => resolve(!error)));
}

/**
 * Sends a text frame by frame, all from one small piece of memory: a hundred agents that print 5 MB each would
 * otherwise have this process collect garbage most of the time. Frames end where a character does.
 */
async function sendStream(socket: WebSocket, channel: number, text: string): Promise<void> {
  const frame = Buffer.allocUnsafeSlow(1 + chunkBytes);
  frame[0] = channel;
  for (let start = 0; start < text.length;) {
    const part = text.slice(start, start + chunkBytes);
    const { read, written } = encoder.encodeInto(part, frame.subarray(1));
    if (!(await sendFrame(socket, frame.subarray(0, 1 + written)))) return;
    start += read;
  }
}

async function finish(socket: WebSocket, status: ExecStatus): Promise<void> {
  await sendStream(socket, channels.status, JSON.stringify(status));
  socket.close(1000);
}

/** Part of an output, never ending with a line: what is left when a connection breaks. */
function firstPart(output: string): string {
  const middle = Math.floor(output.length / 2);
  return output.slice(0, output[middle - 1] === '\n' ? middle - 1 : middle);
}

async function sendBroken(socket: WebSocket, stdout: string, fault: AgentFault): Promise<void> {
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
    if (request.stderr) await sendStream(socket, channels.stderr, stderr);
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
  const stdout = fault?.kind === 'prints' ? fault.stdout : result.stdout;
  if (fault && ['half-table', 'dies-in-the-middle', 'hangs'].includes(fault.kind)) {
    return sendBroken(socket, stdout, fault);
  }
  if (request.stdout) await sendStream(socket, channels.stdout, stdout);
  if (request.stderr) await sendStream(socket, channels.stderr, result.stderr);
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
  await sendFrame(socket, Buffer.of(channels[first]));
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
