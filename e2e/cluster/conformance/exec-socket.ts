import WebSocket from 'ws';
import { toUrl } from '@/lib/server/kube/api-request';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import type { ApiBody } from './api-client';

export type ExecAnswer =
  /** The server did not upgrade. */
  | { refused: { code: number; text: string; body: ApiBody } }
  | {
      protocol: string;
      stdout: string;
      stderr: string;
      /** What came on the status channel. */
      status: ApiBody;
      /** The channel of each frame, in order. */
      channels: readonly number[];
      /** Of the close frame; 1006: there was none. */
      closeCode: number;
    };

const timeoutMs = 15_000;

function jsonOf(text: string): ApiBody {
  try {
    // Tests check what they read of it.
    return JSON.parse(text) as ApiBody;
  } catch {
    return {};
  }
}

/** Execs over a WebSocket with nothing of the product's own in between, and reads it to its end. */
export async function execOver(
  connection: KubeConnection,
  path: string,
  protocols: readonly string[],
): Promise<ExecAnswer> {
  const url = toUrl(connection.server, path);
  url.protocol = url.protocol.replace('http', 'ws');
  const socket = new WebSocket(url, [...protocols], {
    ...(await connection.requestOptions()),
    handshakeTimeout: timeoutMs,
    perMessageDeflate: false,
  });
  const frames: Buffer[] = [];
  socket.on('message', (data: Buffer) => frames.push(data));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      socket.terminate();
      reject(new Error(`The exec ${path} did not end within ${timeoutMs / 1000} s.`));
    }, timeoutMs);
    socket.on('unexpected-response', (_request, response) => {
      clearTimeout(timer);
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () =>
        resolve({ refused: { code: response.statusCode ?? 0, text, body: jsonOf(text) } }),
      );
    });
    socket.on('error', reject);
    socket.on('close', (closeCode) => {
      clearTimeout(timer);
      const on = (channel: number) =>
        Buffer.concat(frames.filter(([first]) => first === channel).map((frame) => frame.subarray(1)));
      resolve({
        protocol: socket.protocol,
        stdout: on(1).toString(),
        stderr: on(2).toString(),
        status: jsonOf(on(3).toString()),
        channels: frames.map(([first]) => first ?? -1),
        closeCode,
      });
    });
  });
}
