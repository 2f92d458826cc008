import type { KubeObject, Scenario } from '../agent-contract';
import { createAgentFactory } from '../agent/create-agent';
import type { LeftoverBackend } from '../agent/table/leftover-backend';
import { app } from './parts/app';
import { clusterBase } from './parts/cluster-base';
import type { NodeShape } from './parts/nodes';
import { nodeName, nodesOf } from './parts/nodes';

const shape: NodeShape = {
  prefix: 'k8s-worker',
  count: 4,
  address: (index) => `10.30.4.${21 + index}`,
  podCIDR: (index) => `10.42.${index}.0/24`,
  zones: ['oslo-a', 'oslo-b'],
  labels: (index): Record<string, string> => (index === 3 ? { 'example.com/canary': 'maglev-2025' } : {}),
};

/** This node's agent missed the end of two pods: it goes on sending connections to addresses that nobody has. */
const nodeWithLeftovers = nodeName(shape, 1);

function leftover(name: string, ip: string, port: number): LeftoverBackend {
  return {
    namespace: 'orders',
    name,
    backend: {
      ip,
      port,
      protocol: 'TCP',
      scope: 'external',
      state: 'active',
      weight: 100,
      nodeName: nodeName(shape, 2),
      zone: null,
    },
  };
}

const leftovers = [leftover('order-api', '10.42.2.203', 8080), leftover('order-events', '10.42.2.219', 9092)];

/** A canary that nobody took back: one node runs another algorithm than the rest. */
const forgottenCanary: KubeObject = {
  apiVersion: 'cilium.io/v2',
  kind: 'CiliumNodeConfig',
  metadata: { name: 'maglev-canary', namespace: 'kube-system' },
  spec: {
    nodeSelector: { matchLabels: { 'example.com/canary': 'maglev-2025' } },
    defaults: { 'bpf-lb-algorithm': 'random' },
  },
};

/** Agents that do not agree, on Cilium 1.18. */
export const drift: Scenario = {
  name: 'drift',
  title: 'Agents that do not agree',
  clusterName: 'orders-oslo',
  kubernetesVersion: 'v1.33.3',
  describe:
    'Cilium 1.18.2, four nodes. One agent kept backends of deleted pods, one runs Random while the others run Maglev.',
  defaultSize: { nodes: 4, services: 10 },
  objects: () => [
    ...nodesOf(shape),
    ...clusterBase({
      ciliumVersion: '1.18.2',
      apiServers: ['10.30.4.11', '10.30.4.12', '10.30.4.13'],
      config: { 'bpf-lb-algorithm': 'maglev', 'bpf-lb-maglev-table-size': '16381' },
    }),
    forgottenCanary,
    ...app({ namespace: 'orders', name: 'order-api', replicas: 3, type: 'NodePort' }),
    ...app({
      namespace: 'orders',
      name: 'order-events',
      replicas: 3,
      containerPort: 9092,
      ports: [{ name: 'kafka', port: 9092, targetPort: 9092 }],
    }),
    ...app({ namespace: 'orders', name: 'order-mail', replicas: 2 }),
    ...app({
      namespace: 'edge',
      name: 'shopfront',
      replicas: 3,
      type: 'LoadBalancer',
      ingress: ['203.0.113.80'],
      spec: { externalTrafficPolicy: 'Local' },
    }),
    ...app({ namespace: 'edge', name: 'images', replicas: 2 }),
    ...app({ namespace: 'stock', name: 'inventory', replicas: 2 }),
    // Nothing runs behind it: a frontend without backends on every node.
    ...app({ namespace: 'stock', name: 'forecast', replicas: 0 }),
  ],
  agent: createAgentFactory({
    leftovers: (name) => (name === nodeWithLeftovers ? leftovers : []),
  }),
};
