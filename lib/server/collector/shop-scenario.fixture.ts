import type { KubeObject, Scenario } from '@/lib/server/training/agent-contract';
import { createAgentFactory } from '@/lib/server/training/agent/create-agent';

const image = 'quay.io/cilium/cilium:v1.18.2';

function node(index: number): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: `node-${index}`, labels: { 'topology.kubernetes.io/zone': `zone-${index % 2}` } },
    spec: { podCIDRs: [`10.0.${index}.0/24`] },
    status: { addresses: [{ type: 'InternalIP', address: `192.0.2.${10 + index}` }] },
  };
}

function workload(
  kind: 'DaemonSet' | 'Deployment',
  name: string,
  labels: Record<string, string>,
  spec: object,
): KubeObject {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace: name.startsWith('cilium') ? 'kube-system' : 'shop', labels },
    spec: { selector: { matchLabels: labels }, ...spec },
  };
}

function deployment(name: string, replicas: number): KubeObject {
  const labels = { app: name };
  const ports = [{ name: 'http', containerPort: 8080 }];
  const template = { metadata: { labels }, spec: { containers: [{ name, image: `${name}:1`, ports }] } };
  return workload('Deployment', name, labels, { replicas, template });
}

function service(name: string, spec: object = {}): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'shop' },
    spec: { selector: { app: name }, ports: [{ name: 'http', port: 80, targetPort: 'http' }], ...spec },
  };
}

/** A small cluster of modelled agents for the tests of the collector. */
export const shopScenario: Scenario = {
  name: 'shop',
  title: 'Shop',
  clusterName: 'shop',
  kubernetesVersion: 'v1.33.1',
  describe: 'Agents, a few Services, and nothing that moves by itself.',
  objects: ({ nodes }) => {
    const labels = { 'k8s-app': 'cilium' };
    const containers = [{ name: 'cilium-agent', image }];
    return [
      ...Array.from({ length: nodes }, (_, index) => node(index)),
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'cilium-config', namespace: 'kube-system' },
        data: { 'kube-proxy-replacement': 'true' },
      },
      workload('DaemonSet', 'cilium', labels, {
        template: { metadata: { labels }, spec: { hostNetwork: true, containers } },
      }),
      deployment('web', 3),
      deployment('cart', 2),
      service('web'),
      service('cart', { type: 'NodePort' }),
      service('empty'),
    ];
  },
  agent: createAgentFactory(),
};
