import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { ApiContext } from './api-context';
import { authorize } from './authorization';
import { asksForStreams, noStreams, runExec, type ExecRequest } from './exec-session';
import { containerTarget } from './exec-target';
import { attributesOf } from './handle-request';
import type { KindTypes } from './kube-object';
import { minorVersion } from './kubernetes-version';
import { parseRequest } from './request-info';
import { asStatusError } from './respond';
import type { StatusError } from './status-error';
import { badRequest, noSuchResource } from './status-error';

const v4 = 'v4.channel.k8s.io';
const v5 = 'v5.channel.k8s.io';

function refuse(socket: Duplex, code: number, contentType: string, body: string): void {
  socket.end(
    `HTTP/1.1 ${code} ${STATUS_CODES[code]}\r\nContent-Type: ${contentType}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** v5 came with Kubernetes 1.29; an older server is asked in v4 unless the client speaks nothing else. */
function chooseProtocol(offered: ReadonlySet<string>, kubernetesVersion: string): string | false {
  const wanted = minorVersion(kubernetesVersion) >= 29 ? [v5, v4] : [v4, v5];
  return wanted.find((protocol) => offered.has(protocol)) ?? false;
}

function isRunning(pod: KindTypes['Pod'], container: string): boolean {
  const statuses = [...(pod.status?.containerStatuses ?? []), ...(pod.status?.initContainerStatuses ?? [])];
  return statuses.some(({ name, state }) => name === container && state?.running !== undefined);
}

/** Answers WebSocket upgrades of `pods/exec` and keeps the open ones, so that they can be cut together. */
export class ExecUpgrades {
  readonly #context: ApiContext;
  readonly #server: WebSocketServer;
  readonly #open = new Set<WebSocket>();

  constructor(context: ApiContext) {
    this.#context = context;
    this.#server = new WebSocketServer({
      noServer: true,
      perMessageDeflate: false,
      handleProtocols: (offered) => chooseProtocol(offered, context.kubernetesVersion),
    });
  }

  /** Cuts every open exec without a close frame; how many there were. */
  drop(): number {
    const count = this.#open.size;
    for (const socket of this.#open) socket.terminate();
    return count;
  }

  handle(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { method = 'GET', url = '/' } = request;
    const context = this.#context;
    let username = '';
    const log = (code: number) => {
      context.requests.add({ atMs: context.clock.nowMs(), method, url, username, verb: 'exec', code });
    };
    socket.on('error', () => socket.destroy());
    try {
      context.faults.check(method, url);
      const info = parseRequest(method, url);
      const identity = context.authenticator.authenticate(request.headers);
      username = identity.username;
      authorize(identity, attributesOf(info));
      if (info.plural !== 'pods' || info.subresource !== 'exec') throw noSuchResource();
      const { namespace = '', name = '', query } = info;
      const { pod, container } = containerTarget(context, namespace, name, query.get('container'));
      const argv = query.getAll('command');
      if (argv.length === 0) throw badRequest('you must specify at least 1 command for the container');
      if (!pod.spec?.nodeName) throw badRequest(`pod ${name} does not have a host assigned`);
      const offered = new Set((request.headers['sec-websocket-protocol'] ?? '').split(/\s*,\s*/));
      const protocol = chooseProtocol(offered, context.kubernetesVersion);
      if (!protocol) {
        // The WebSocket library of the API server refuses so. It speaks older protocols too, which nobody offers.
        log(403);
        return refuse(socket, 403, 'text/plain; charset=utf-8', '');
      }
      const wants = (stream: string) => query.get(stream) === 'true' || query.get(stream) === '1';
      const asked: ExecRequest = {
        namespace,
        podName: name,
        container,
        argv,
        stdin: wants('stdin'),
        stdout: wants('stdout'),
        stderr: wants('stderr'),
      };
      if (protocol === v4 && !asksForStreams(asked)) {
        log(400);
        return refuse(socket, 400, 'text/plain; charset=utf-8', `${noStreams}\n`);
      }
      if (protocol === v4 && !isRunning(pod, container)) {
        // Before v5 the kubelet itself answers the upgrade, in plain text.
        log(500);
        refuse(socket, 500, 'text/plain; charset=utf-8', `container not found ("${container}")\n`);
        return;
      }
      log(101);
      this.#server.handleUpgrade(request, socket, head, (opened) => {
        this.#run(opened, pod.spec?.nodeName, asked);
      });
    } catch (error) {
      const known: StatusError = asStatusError(error);
      log(known.code);
      refuse(socket, known.code, 'application/json', JSON.stringify(known.status));
    }
  }

  #run(socket: WebSocket, nodeName: string | undefined, request: ExecRequest): void {
    this.#open.add(socket);
    socket.on('close', () => this.#open.delete(socket));
    socket.on('error', () => socket.terminate());
    runExec(this.#context, socket, request, nodeName).catch(() => socket.terminate());
  }
}
