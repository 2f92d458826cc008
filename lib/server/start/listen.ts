import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CommandError } from './command-error';

function sentence(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use; choose another with --port, or --port 0 for any free one.`;
    case 'EACCES':
      return `Port ${port} on ${host} may not be opened by this user; choose one above 1023 with --port.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is no address of this machine; choose another with --host.`;
    default:
      return `The server cannot listen on ${host} port ${port}: ${error.message}.`;
  }
}

/** Starts listening; resolves to the port taken. Rejects with CommandError that says why it cannot. */
export function listen(server: Server, { host, port }: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new CommandError(sentence(error, host, port))));
    server.listen({ host, port }, () => {
      // A server that listens on a port, not on a pipe, has an AddressInfo.
      resolve((server.address() as AddressInfo).port);
    });
  });
}
