import { mkdir, rename, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { AgentAPI } from '../commands/agent-api';
import type { AgentAnswer, AgentRequest } from './agent-answer';
import { agentAnswer, healthDaemonAnswer } from './agent-answer';

const pollMs = 50;

/** Paths of Unix sockets, at most 100 bytes each: the kernel takes 107, and a socket is made under a longer name. */
export type AgentSockets = { agent: string; health: string };

function serverOf(answerTo: (request: AgentRequest) => AgentAnswer): Server {
  return createServer((request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    text(request)
      .then((body) => {
        const answer = answerTo({ method, path: url.replace(/\?.*$/, ''), headers, body });
        response.writeHead(answer.status, {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(answer.body),
        });
        response.end(answer.body);
      })
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
}

/** Binds a server under a name beside its socket's, which nobody knows yet. */
async function bind(server: Server, socket: string): Promise<void> {
  await mkdir(path.dirname(socket), { recursive: true });
  await rm(hiddenName(socket), { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(hiddenName(socket), resolve);
  });
}

function hiddenName(socket: string): string {
  return `${socket}.new`;
}

/**
 * Serves a modelled agent's REST API as Cilium's own command reads it: the agent's API (with its StateDB) on one Unix
 * socket, its health daemon's on another, where `CILIUM_SOCK` and `CILIUM_HEALTH_SOCK` can point to. The command adds
 * "Is the agent running?" to its errors only where the path ends in `/var/run/cilium/cilium.sock`.
 * The sockets appear when the agent says it is up, which may be later than the promise resolves; `stop` takes them away
 * and ends open connections. Throws where a socket cannot be made.
 */
export async function serveAgentAPI(
  agent: AgentAPI,
  sockets: AgentSockets,
): Promise<{ stop(): Promise<void> }> {
  const served = [
    { socket: sockets.health, server: serverOf((request) => healthDaemonAnswer(agent, request)) },
    { socket: sockets.agent, server: serverOf((request) => agentAnswer(agent, request)) },
  ];
  for (const { server, socket } of served) await bind(server, socket);
  let timer: NodeJS.Timeout | null = null;
  const appear = async (): Promise<void> => {
    for (const { socket } of served) await rename(hiddenName(socket), socket);
  };
  let appearing = Promise.resolve();
  if (agent.socket() === 'missing') {
    timer = setInterval(() => {
      if (agent.socket() === 'missing' || timer === null) return;
      clearInterval(timer);
      appearing = appear();
      // A failure is `stop`'s to report.
      appearing.catch(() => {});
    }, pollMs);
  } else {
    await appear();
  }
  return {
    async stop() {
      if (timer !== null) clearInterval(timer);
      await appearing;
      for (const { socket, server } of served) {
        await rm(socket, { force: true });
        const closed = new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        await closed;
      }
    },
  };
}
