import { CoreV1Api, KubeConfig } from '@kubernetes/client-node';
import { afterEach, expect, test } from 'vitest';
import { scenarios } from './scenarios/scenarios';
import { startTrainingCluster, UnknownScenarioError, type TrainingCluster } from './training-cluster';

let cluster: TrainingCluster | undefined;

afterEach(async () => {
  await cluster?.stop();
  cluster = undefined;
});

function core({ kubeconfig }: TrainingCluster): CoreV1Api {
  const config = new KubeConfig();
  config.loadFromString(kubeconfig);
  return config.makeApiClient(CoreV1Api);
}

test.each(Object.keys(scenarios).filter((name) => name !== 'large'))(
  'scenario %s starts settled: every pod is ready, and every Service with a selector has its slices',
  async (scenario) => {
    cluster = await startTrainingCluster({ scenario });
    const { items } = await core(cluster).listPodForAllNamespaces();
    expect(items.length).toBeGreaterThan(0);
    const unready = items.filter(
      ({ status }) => !status?.conditions?.some(({ type, status: on }) => type === 'Ready' && on === 'True'),
    );
    expect(unready.map(({ metadata }) => metadata?.name)).toEqual([]);
    const sliced = new Set(
      cluster.api
        .list('EndpointSlice')
        .map(({ metadata }) => metadata.labels?.['kubernetes.io/service-name']),
    );
    const selecting = cluster.api.list('Service').filter(({ spec }) => spec?.selector);
    expect(selecting.filter(({ metadata }) => !sliced.has(metadata.name))).toEqual([]);
  },
);

test('a large cluster lists its pods and Services in a second', async () => {
  cluster = await startTrainingCluster({ scenario: 'large', sizeNodes: 100, sizeServices: 2000 });
  const client = core(cluster);
  // The first list serialises every object once; a busy machine may take its time for that.
  await client.listPodForAllNamespaces();
  const startedAtMs = performance.now();
  const services = await client.listServiceForAllNamespaces();
  const pods = await client.listPodForAllNamespaces({ limit: 500 });
  expect(performance.now() - startedAtMs).toBeLessThan(1_000);
  expect(services.items.length).toBeGreaterThanOrEqual(2000);
  expect(pods.items).toHaveLength(500);
}, 60_000);

test('an unknown scenario is named, with those there are', async () => {
  const refused = startTrainingCluster({ scenario: 'nope' });
  await expect(refused).rejects.toThrow(UnknownScenarioError);
  await expect(startTrainingCluster({ scenario: 'nope' })).rejects.toThrow(/"nope".*article/);
});

test('a port in use rejects, and stop gives it back', async () => {
  cluster = await startTrainingCluster({ scenario: 'article' });
  const port = Number(new URL(cluster.url).port);
  await expect(startTrainingCluster({ scenario: 'article', port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  await cluster.stop();
  cluster = await startTrainingCluster({ scenario: 'article', port });
  expect(cluster.url).toContain(String(port));
});
