import type { Scenario, ScenarioControls } from '../agent-contract';
import { createAgentFactory } from '../agent/create-agent';
import { app } from './parts/app';
import { clusterBase } from './parts/cluster-base';
import type { NodeShape } from './parts/nodes';
import { nodesOf } from './parts/nodes';

const shape: NodeShape = {
  prefix: 'worker',
  count: 4,
  address: (index) => `10.20.0.${11 + index}`,
  podCIDR: (index) => `10.244.${index}.0/24`,
  zones: ['paris-a', 'paris-b'],
};

/** Starts the next roll-out as soon as the last one has updated every pod: some backend is always on its way out. */
function rollOn({ get, patch, nowMs }: ScenarioControls): void {
  const found = get('Deployment', 'checkout', 'shop');
  const { replicas = 0 } = found?.spec ?? {};
  const status = found?.status;
  const observed = (status?.observedGeneration ?? 0) >= (found?.metadata.generation ?? 0);
  if (!observed || (status?.updatedReplicas ?? 0) < replicas || (status?.availableReplicas ?? 0) < replicas)
    return;
  const annotations = { 'kubectl.kubernetes.io/restartedAt': new Date(nowMs()).toISOString() };
  patch('Deployment', 'checkout', 'shop', { spec: { template: { metadata: { annotations } } } });
}

/** A Deployment that rolls for ever, on Cilium 1.19. */
export const rollingUpdate: Scenario = {
  name: 'rolling-update',
  title: 'A roll-out without end',
  clusterName: 'shop-paris',
  kubernetesVersion: 'v1.35.0',
  describe:
    'Cilium 1.19.1, four nodes. Deployment shop/checkout is rolled again and again: terminating backends are always to be seen.',
  defaultSize: { nodes: 4, services: 9 },
  objects: () => [
    ...nodesOf(shape),
    ...clusterBase({ ciliumVersion: '1.19.1', config: {}, apiServers: ['10.20.0.5'] }),
    ...app({
      namespace: 'shop',
      name: 'checkout',
      replicas: 6,
      type: 'LoadBalancer',
      ingress: ['203.0.113.40'],
      spec: { clusterIP: '10.96.71.14', externalTrafficPolicy: 'Cluster' },
      drainSeconds: 20,
      readyAfterSeconds: 4,
    }),
    ...app({ namespace: 'shop', name: 'catalog', replicas: 4 }),
    ...app({ namespace: 'shop', name: 'cart', replicas: 3, spec: { sessionAffinity: 'ClientIP' } }),
    ...app({
      namespace: 'shop',
      name: 'storefront',
      replicas: 4,
      type: 'NodePort',
      spec: { externalTrafficPolicy: 'Local' },
    }),
    ...app({ namespace: 'payments', name: 'ledger', replicas: 2, containerPort: 9000 }),
    ...app({ namespace: 'payments', name: 'gateway', replicas: 3 }),
  ],
  agent: createAgentFactory(),
  tickIntervalMs: 3_000,
  tick: rollOn,
};
