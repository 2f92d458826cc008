import type { KubeObject } from '@/lib/server/training/agent-contract';
import { kubeDNS, service } from '@/lib/server/training/scenarios/parts/service';
import { deployment } from '@/lib/server/training/scenarios/parts/workload';

function app(namespace: string, name: string, replicas: number, containerPort: number): KubeObject {
  const image = `registry.example/${name}:1.0`;
  return deployment({ namespace, name, labels: { app: name }, image, replicas, ports: [{ containerPort }] });
}

/** What runs in the cluster beside Cilium: DNS, and a shop with a Service of each type. */
export const shopObjects: readonly KubeObject[] = [
  kubeDNS('10.96.0.10'),
  deployment({
    namespace: 'kube-system',
    name: 'coredns',
    labels: { 'k8s-app': 'kube-dns' },
    image: 'registry.k8s.io/coredns/coredns:v1.12.1',
    replicas: 2,
    ports: [
      { name: 'dns', containerPort: 53, protocol: 'UDP' },
      { name: 'dns-tcp', containerPort: 53 },
      { name: 'metrics', containerPort: 9153 },
    ],
  }),
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
  app('shop', 'storefront', 3, 8080),
  service('shop', 'storefront', { app: 'storefront' }, [{ port: 80, targetPort: 8080 }], {
    type: 'LoadBalancer',
  }),
  app('shop', 'payments', 2, 9443),
  service('shop', 'payments', { app: 'payments' }, [{ port: 443, targetPort: 9443 }]),
  app('shop', 'metrics', 1, 9090),
  service('shop', 'metrics', { app: 'metrics' }, [{ port: 9090, targetPort: 9090 }], { type: 'NodePort' }),
];
