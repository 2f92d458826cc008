import { afterEach, expect, test } from 'vitest';
import { connectAs } from '@/lib/server/kube/shop-cluster.fixture';
import { drift } from '@/lib/server/training/scenarios/drift';
import { startScenario } from '@/lib/server/training/start-scenario';
import { createCollector } from '../create-collector';

/** Two of them leave a busy machine as much time again as the second answer takes. */
const sweepIntervalMs = 10_000;
const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function startDrift() {
  const cluster = await startScenario(drift, {
    host: '127.0.0.1',
    port: 0,
    size: drift.defaultSize ?? { nodes: 4, services: 10 },
    seed: 1,
  });
  cleanups.push(() => cluster.stop());
  const collector = createCollector({ connection: connectAs(cluster, 'admin'), sweepIntervalMs });
  cleanups.push(() => collector.stop());
  await collector.start();
  return collector;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('the stale agent and the differently configured one are found and explained within two sweeps, and nothing else', async () => {
  const collector = await startDrift();
  const startMs = Date.now();
  const stale = () => collector.agreement().problems.filter(({ kind }) => kind === 'leftover-backend');
  while (stale().length < 3 && Date.now() - startMs < 4 * sweepIntervalMs) await wait(50);
  // The second answer of an agent comes after one interval and a tenth at the latest.
  expect(Date.now() - startMs).toBeLessThan(2 * sweepIntervalMs);
  const { problems, frontends, agents } = collector.agreement();
  expect(
    problems.map(({ service, key, kind, severity, nodes }) => [
      service?.name ?? key,
      kind,
      severity,
      nodes.join(),
    ]),
  ).toEqual([
    // Its cluster IP, and its node port.
    ['order-api', 'leftover-backend', 'critical', 'k8s-worker-02'],
    ['order-events', 'leftover-backend', 'critical', 'k8s-worker-02'],
    ['order-api', 'leftover-backend', 'critical', 'k8s-worker-02'],
    [null, 'settings-differ', 'low', 'k8s-worker-04'],
  ]);
  expect(new Set(problems.map(({ difference }) => difference))).toEqual(
    new Set([
      'Node k8s-worker-02 still has the backend 10.42.2.203:8080/TCP, which no EndpointSlice of orders/order-api has.',
      'Node k8s-worker-02 still has the backend 10.42.2.219:9092/TCP, which no EndpointSlice of orders/order-events has.',
      'Backend selection is Random on node k8s-worker-04 and Maglev on the 3 other nodes.',
    ]),
  );
  expect(problems.at(-1)?.explanation).toBe(
    'CiliumNodeConfig kube-system/maglev-canary sets bpf-lb-algorithm to random for this node.',
  );
  expect(agents).toEqual({ total: 4, judged: 4, unjudged: [] });
  expect(frontends).toMatchObject({ differing: 3, unjudged: 0, doubts: [] });
  await wait(2 * sweepIntervalMs);
  expect(collector.agreement().problems).toEqual(problems);
}, 80_000);
