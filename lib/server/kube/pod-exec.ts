import type { IncomingMessage } from 'node:http';
import WebSocket from 'ws';
import { toUrl } from './api-request';
import type { ApiStatus } from './api-status-error';
import { ApiStatusError, toApiStatusError, UnauthenticatedError } from './api-status-error';
import { AbortedError, toConnectionError } from './connection-error';
import type { ExecTarget } from './exec-error';
import { ExecTimeoutError, ExecTooLargeError, HalfAnswerError } from './exec-error';
import type { KubeConnection } from './kube-connection';
import type { OutputSink } from './output-sink';
import { bufferSink } from './output-sink';
import { countReceived } from './received-garbage';
import { readExecStatus, toExecRefusal } from './to-exec-error';
import { userAgent } from './user-agent';

export type ExecLimits = { timeoutMs: number; maxBytes: number };

export type ExecResult = { stdout: Buffer; stderr: Buffer; exitCode: number; durationMs: number };

const channel = { stdout: 1, stderr: 2, status: 3 } as const;
/** v5 adds only closing of single channels, which we have no use for: nothing is ever sent. */
const subprotocols = ['v5.channel.k8s.io', 'v4.channel.k8s.io'];
const refusalMaxBytes = 64 << 10;
/** What a frame costs us beside its bytes: output in frames of one byte must not fill the memory. */
const frameCostBytes = 128;

/**
 * Runs a command in a container over a WebSocket: no stdin, no tty; ends it at the time limit, the size limit
 * (of stdout and stderr together) or when `signal` aborts. A command that ran and failed is a result, with its exit code.
 * `sinkOf` gives what takes stdout: by default all of it is kept.
 * Throws the classes of `exec-error.ts`, `UnauthenticatedError`, `AbortedError` and those of `connection-error.ts`.
 * client-node 2.0.1's Exec neither ends when the socket closes without a status, nor bounds or cancels anything, nor
 * reads the words of a refusal (dist/exec.js, dist/web-socket-handler.js); hence this one on `ws`.
 */
export async function podExec(
  connection: KubeConnection,
  target: ExecTarget,
  argv: readonly string[],
  limits: ExecLimits,
  signal: AbortSignal,
  sinkOf: () => OutputSink = bufferSink,
): Promise<ExecResult> {
  try {
    return await podExecOnce(connection, target, argv, limits, signal, sinkOf());
  } catch (error) {
    if (!(error instanceof UnauthenticatedError)) throw error;
    connection.forgetCredentials();
    return podExecOnce(connection, target, argv, limits, signal, sinkOf());
  }
}

async function podExecOnce(
  connection: KubeConnection,
  target: ExecTarget,
  argv: readonly string[],
  { timeoutMs, maxBytes }: ExecLimits,
  signal: AbortSignal,
  stdout: OutputSink,
): Promise<ExecResult> {
  const startTimestampMs = performance.now();
  const options = await connection.requestOptions();
  const commandLine = argv.join(' ');
  const socket = new WebSocket(execUrl(connection.server, target, argv), subprotocols, {
    ...options,
    headers: { 'User-Agent': userAgent, ...options.headers },
    maxPayload: maxBytes + 1,
    perMessageDeflate: false,
    followRedirects: false,
  });
  const stderr: Buffer[] = [];
  let sizeBytes = 0;
  let frames = 0;
  let opened = false;

  return new Promise<ExecResult>((resolve, reject) => {
    let ended = false;
    const end = (settle: () => void) => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      settle();
      socket.terminate();
    };
    const fail = (error: Error) => end(() => reject(error));
    const abort = () => fail(new AbortedError(`\`${commandLine}\``));
    const timer = setTimeout(() => fail(new ExecTimeoutError(target, commandLine, timeoutMs)), timeoutMs);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();

    socket.on('open', () => {
      opened = true;
    });
    socket.on('unexpected-response', (_request, response: IncomingMessage) => {
      readRefusal(response).then((body) => {
        const retryAfter = response.headers['retry-after'];
        const refusal = toApiStatusError('run commands in pods', response.statusCode ?? 0, body, retryAfter);
        fail(refusal instanceof ApiStatusError ? toExecRefusal(target, commandLine, refusal) : refusal);
      }, fail);
    });
    socket.on('message', (data: Buffer) => {
      if (ended) return;
      const payload = data.subarray(1);
      if (data[0] === channel.status) {
        const outcome = readExecStatus(target, argv, parseStatus(payload));
        if ('error' in outcome) fail(outcome.error);
        else {
          const durationMs = performance.now() - startTimestampMs;
          const { exitCode } = outcome;
          end(() => resolve({ stdout: stdout.bytes(), stderr: Buffer.concat(stderr), exitCode, durationMs }));
        }
        return;
      }
      sizeBytes += payload.length;
      countReceived(payload.length);
      frames += 1;
      if (sizeBytes > maxBytes || frames * frameCostBytes > maxBytes)
        fail(new ExecTooLargeError(target, commandLine, maxBytes));
      else if (data[0] === channel.stdout) stdout.write(payload);
      else if (data[0] === channel.stderr) stderr.push(payload);
    });
    socket.on('close', () => {
      if (!ended) fail(new HalfAnswerError(target, commandLine, sizeBytes));
    });
    socket.on('error', (error) => {
      if (isOverflow(error)) fail(new ExecTooLargeError(target, commandLine, maxBytes));
      else if (opened) fail(new HalfAnswerError(target, commandLine, sizeBytes));
      else fail(toConnectionError(connection.server.origin, `\`${commandLine}\``, error, false));
    });
  });
}

function execUrl(server: URL, { namespace, pod, container }: ExecTarget, argv: readonly string[]): URL {
  const query = new URLSearchParams({
    container,
    stdout: 'true',
    stderr: 'true',
    stdin: 'false',
    tty: 'false',
  });
  for (const argument of argv) query.append('command', argument);
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(pod)}/exec?${query}`;
  const url = toUrl(server, path);
  url.protocol = server.protocol === 'http:' ? 'ws:' : 'wss:';
  return url;
}

async function readRefusal(response: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of response) {
    body += String(chunk);
    if (body.length > refusalMaxBytes) break;
  }
  return body;
}

function parseStatus(payload: Buffer): ApiStatus {
  try {
    const parsed: unknown = JSON.parse(payload.toString('utf8'));
    // A Status has optional fields only, and each is checked by type where it is used.
    return typeof parsed === 'object' && parsed !== null ? (parsed as ApiStatus) : {};
  } catch {
    // The oldest kubelets write plain text here.
    return { status: 'Failure', message: payload.toString('utf8') };
  }
}

function isOverflow(error: Error): boolean {
  return 'code' in error && error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';
}
