import { createAgentFactory } from '@/lib/server/training/agent/create-agent';
import type { Scenario } from '@/lib/server/training/agent-contract';
import { startScenario } from '@/lib/server/training/start-scenario';
import { nodeObjects } from '../nodes/node-objects';
import { ciliumObjects } from '../objects/cilium-objects';
import { shopObjects } from '../objects/shop-objects';
import { clientsOf } from './clients-of';
import type { ServerUnderTest } from './server-under-test';

const nodeCount = 2;

/** The very objects that the real cluster is made of, and the release of the newer kube-apiserver. */
const scenario: Scenario = {
  name: 'conformance',
  title: 'Conformance',
  clusterName: 'conformance',
  kubernetesVersion: 'v1.37.2',
  describe: 'What the real cluster of the tests is made of.',
  objects: () => [...nodeObjects(nodeCount, 'v1.37.2'), ...ciliumObjects('1.20'), ...shopObjects],
  agent: createAgentFactory(),
};

/** A kubeconfig of the training cluster with another current context. */
function withContext(kubeconfig: string, context: string): string {
  return JSON.stringify({ ...JSON.parse(kubeconfig), 'current-context': context });
}

/** The token of a user in a kubeconfig that training clusters write. */
function tokenIn(kubeconfig: string, userName: string): string {
  // What `trainingKubeconfig` wrote.
  const { users } = JSON.parse(kubeconfig) as { users: { name: string; user: { token: string } }[] };
  return users.find(({ name }) => name === userName)?.user.token ?? '';
}

/** The training server, with the objects of the real cluster. */
export async function startTrainingServer(): Promise<ServerUnderTest> {
  const cluster = await startScenario(scenario, {
    host: '127.0.0.1',
    port: 0,
    size: { nodes: nodeCount, services: 0 },
    seed: 1,
  });
  const { kubeconfig, clusterName } = cluster;
  const context = (user: string) => withContext(kubeconfig, `${clusterName}-${user}`);
  return {
    kind: 'training',
    minor: 37,
    ...clientsOf({
      admin: kubeconfig,
      reader: context('reader'),
      viewer: context('viewer'),
      nobody: context('nobody'),
    }),
    readerToken: tokenIn(kubeconfig, `${clusterName}-reader`),
    forgetHistory: async () => cluster.faults.compactHistory(),
    stop: () => cluster.stop(),
  };
}
