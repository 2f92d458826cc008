import { EventEmitter } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import createNext from 'next';

export type NextApp = {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  close: () => Promise<void>;
};

/** Standard output is for our URL; Next reports there how long it took to read its configuration. */
async function withoutOutput(work: () => Promise<void>): Promise<void> {
  /* eslint-disable no-console -- the one place that keeps somebody else's console quiet */
  const log = console.log;
  console.log = () => {};
  try {
    await work();
  } finally {
    console.log = log;
  }
}

/** Prepares the pages: the production build in `.next`, or, in development, Next's own compiler. */
export async function prepareNext(dir: string, { dev }: { dev: boolean }): Promise<NextApp> {
  // Next attaches itself to the `upgrade` event of the server it is given. It gets this one instead of the real
  // server, so that WebSockets pass the guard first.
  const upgrades = new EventEmitter();
  // The only method of the server that Next calls is `on`.
  const app = createNext({ dir, dev, quiet: !dev, httpServer: upgrades as Server });
  await (dev ? app.prepare() : withoutOutput(() => app.prepare()));
  const handle = app.getRequestHandler();
  return {
    handle: (request, response) => handle(request, response),
    upgrade: (request, socket, head) => upgrades.emit('upgrade', request, socket, head),
    close: () => app.close(),
  };
}
