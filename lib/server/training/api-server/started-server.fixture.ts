import { CoreV1Api, KubeConfig } from '@kubernetes/client-node';
import { afterAll, beforeAll } from 'vitest';
import { smallScenario } from '../small-scenario';
import { startScenario } from '../start-scenario';
import type { TrainingCluster } from '../training-cluster';

/** A small training cluster for the tests of one file: it starts before them and stops after them. */
export function startedServer() {
  let running: TrainingCluster | undefined;

  beforeAll(async () => {
    running = await startScenario(smallScenario, {
      host: '127.0.0.1',
      port: 0,
      tls: false,
      size: { nodes: 3, services: 25 },
      seed: 7,
    });
  });
  afterAll(() => running?.stop());

  function cluster(): TrainingCluster {
    if (running === undefined) throw new Error('The cluster runs in tests only');
    return running;
  }

  function configFor(context?: string): KubeConfig {
    const config = new KubeConfig();
    config.loadFromString(cluster().kubeconfig);
    if (context) config.setCurrentContext(context);
    return config;
  }

  const core = (context?: string) => configFor(context).makeApiClient(CoreV1Api);

  async function agentPod(): Promise<string> {
    const { items } = await core().listNamespacedPod({
      namespace: 'kube-system',
      labelSelector: 'k8s-app=cilium',
    });
    return items[0]?.metadata?.name ?? '';
  }

  return {
    get cluster() {
      return cluster();
    },
    configFor,
    core,
    agentPod,
  };
}
