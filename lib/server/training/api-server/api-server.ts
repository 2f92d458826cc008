import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ApiContext } from './api-context';
import { ExecUpgrades } from './exec-upgrade';
import { handleRequest } from './handle-request';

export type ListeningApiServer = {
  url: string;
  /** Cuts every open exec without a close frame; how many there were. */
  dropWebSockets(): number;
  stop(): Promise<void>;
};

/** Serves the Kubernetes API on one address, over TLS if there is a certificate; rejects if the port is taken. */
export async function listenApiServer(
  context: ApiContext,
  options: { host: string; port: number; certificate?: { key: string; cert: string } },
): Promise<ListeningApiServer> {
  const { certificate } = options;
  const upgrades = new ExecUpgrades(context);
  const listener: RequestListener = (request, response) => {
    void handleRequest(context, request, response);
  };
  const server = certificate ? createTlsServer(certificate, listener) : createServer(listener);
  // A watch is quiet for long, and an API server does not cut it for that.
  server.requestTimeout = 0;
  // Longer than any client keeps an idle connection, so that none is cut as it is used again.
  server.keepAliveTimeout = 120_000;
  server.on('upgrade', (request, socket, head) => upgrades.handle(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  // A TCP server that listens has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return {
    url: `${certificate ? 'https' : 'http'}://${options.host}:${port}`,
    dropWebSockets: () => upgrades.drop(),
    stop: () =>
      new Promise((resolve) => {
        upgrades.drop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
