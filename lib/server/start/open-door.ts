import type { Logger } from 'pino';
import { createDoor } from '@/lib/server/web/door';
import { listen } from './listen';
import type { NextApp } from './next-app';
import type { StartOptions } from './start-options';

export type OpenDoor = {
  /** What a person opens. */
  url: string;
  /** Hands requests to the pages from now on; those that came before wait for it. */
  serve: (app: NextApp) => void;
  close: () => void;
};

const wildcards = ['0.0.0.0', '::'];

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** Takes the port, so that whether it is free is known before anything else begins. Rejects with CommandError when it is not. */
export async function openDoor(options: StartOptions, logger: Logger): Promise<OpenDoor> {
  const dev = options.dev === true;
  const anywhere = wildcards.includes(options.host);
  const ownName = bracketed(options.host);
  const allowed = options.allowHost ?? [];
  let port = options.port;
  let app: NextApp | null = null;
  let serve: OpenDoor['serve'] = () => {};
  const pages = new Promise<NextApp>((resolve) => {
    serve = (prepared) => {
      app = prepared;
      resolve(prepared);
    };
  });
  const server = createDoor({
    servedAs: () => ({ port, extraHosts: anywhere ? allowed : [...allowed, `${ownName}:${port}`] }),
    dev,
    handle: async (request, response) => (await pages).handle(request, response),
    ...(dev && { upgrade: (...args) => (app ? app.upgrade(...args) : args[1].destroy()) }),
    onError: (error) => logger.error({ err: error }, 'a request failed'),
  });
  port = await listen(server, options);
  return {
    url: `http://${anywhere ? '127.0.0.1' : ownName}:${port}`,
    serve,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
