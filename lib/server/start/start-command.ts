import { buildPages } from './build-pages';
import { chooseSource } from './choose-source';
import { tuneGarbageCollection } from './tune-garbage-collection';
import { createLogger } from './logger';
import type { NextApp } from './next-app';
import { openBrowser } from './open-browser';
import { openDoor } from './open-door';
import { findPackage } from './package-root';
import { serveCluster } from './serve-cluster';
import { onShutdown } from './shutdown';
import type { StartOptions } from './start-options';

async function preparePages(
  root: string,
  { dev, build }: { dev: boolean; build: boolean },
): Promise<NextApp> {
  if (build && !dev) await buildPages(root);
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });
  // Imported late: Next reads NODE_ENV when it is loaded.
  const { prepareNext } = await import('./next-app');
  return prepareNext(root, { dev });
}

/**
 * `kpr-explorer start`: one process that asks the cluster and serves the pages, until a signal ends it.
 * Rejects with CommandError or KubeError, one sentence each, when it cannot start.
 */
export async function startDashboard(options: StartOptions): Promise<void> {
  tuneGarbageCollection();
  const { root, version } = findPackage();
  const dev = options.dev === true;
  const logger = createLogger(options.logLevel);
  const source = chooseSource(options, process.env);
  if (source.kind === 'training' && source.notice) process.stderr.write(`kpr-explorer: ${source.notice}\n`);
  const shutdown = onShutdown();

  // The quick refusals come first: a port in use, a cluster that does not answer. Then what takes its time.
  const door = await openDoor(options, logger);
  shutdown.add(door.close);
  const cluster = await serveCluster(source, options, logger, version);
  shutdown.add(cluster.stop);

  const app = await preparePages(root, { dev, build: options.build });
  shutdown.add(app.close);
  door.serve(app);

  process.stdout.write(`KPR Explorer ${version} · ${cluster.title}\n${door.url}\n`);
  if (options.browser) openBrowser(door.url);
}
