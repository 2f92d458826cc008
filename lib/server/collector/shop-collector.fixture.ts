import { connectAs } from '@/lib/server/kube/shop-cluster.fixture';
import { startScenario } from '@/lib/server/training/start-scenario';
import type { TrainingCluster } from '@/lib/server/training/training-cluster';
import { unpackFrontends } from '@/lib/snapshot/pack-frontends';
import type { Collector } from './collector';
import type { CollectorOptions } from './collector-options';
import { createCollector } from './create-collector';
import { shopScenario } from './shop-scenario.fixture';

const sweepIntervalMs = 500;
const cleanups: (() => Promise<void>)[] = [];

/** Stops what was started, the last first. */
export async function stopAll(): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}

/** Starts the shop on a training cluster, and a collector on it. */
export async function start(
  options: Partial<CollectorOptions> & { nodes?: number; as?: string; user?: object } = {},
) {
  const { nodes = 4, as = 'admin', user, ...rest } = options;
  const cluster = await startScenario(shopScenario, {
    host: '127.0.0.1',
    port: 0,
    size: { nodes, services: 3 },
    seed: 1,
    tls: true,
  });
  cleanups.push(() => cluster.stop());
  const connection = connectAs(cluster, as, user);
  const collector = createCollector({
    connection,
    sweepIntervalMs,
    statusIntervalMs: sweepIntervalMs,
    backOffMaxMs: 1_000,
    limits: { timeoutMs: 2_000 },
    patience: { propagationMs: 400 },
    ...rest,
  });
  cleanups.push(() => collector.stop());
  await collector.start();
  return { cluster, collector };
}

/** Waits until something holds. Throws with `what` where it does not in time. */
export async function until(what: string, test: () => boolean, limitMs = 12_000): Promise<void> {
  const endMs = Date.now() + limitMs;
  while (!test()) {
    if (Date.now() > endMs) throw new Error(`not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Waits until every row has the names of its backends. */
export const settled = async (collector: Collector): Promise<void> => {
  await until('ready', () => collector.ready());
  await until('rows named', () => rowOf(collector, 'shop/web')?.backends[0]?.target.kind === 'pod');
};

/** All rows, as a reader unpacks them. */
export function rows(collector: Collector) {
  return unpackFrontends(collector.frontends({}));
}

/** The first row of a Service (`namespace/name`). */
export function rowOf(collector: Collector, service: string) {
  return rows(collector).find(
    (row) => row.service && `${row.service.namespace}/${row.service.name}` === service,
  );
}

/** The addresses of a Service's endpoints. */
export function addressesOf(cluster: TrainingCluster, name: string): string[] {
  const slices = cluster.api
    .list('EndpointSlice')
    .filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === name);
  return slices
    .flatMap(({ endpoints }) => (endpoints ?? []).flatMap(({ addresses }) => addresses ?? []))
    .sort();
}
