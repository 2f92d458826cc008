import { DiscoveryV1Api, VersionApi } from '@kubernetes/client-node';
import { expect, test } from 'vitest';
import { startedServer } from './started-server.fixture';

const server = startedServer();
const { configFor, core } = server;

test('discovery and version', async () => {
  expect((await configFor().makeApiClient(VersionApi).getCode()).gitVersion).toBe('v1.33.1');
  const { resources } = await core().getAPIResources();
  expect(resources.map(({ name }) => name)).toContain('pods/exec');
  expect((await configFor().makeApiClient(DiscoveryV1Api).getAPIResources()).groupVersion).toBe(
    'discovery.k8s.io/v1',
  );
  expect((await fetch(`${server.cluster.url}/readyz`)).status).toBe(200);
});
