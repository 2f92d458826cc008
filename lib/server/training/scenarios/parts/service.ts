import type { KubeObject } from '../../agent-contract';

export type ServicePortSpec = {
  name?: string;
  port: number;
  targetPort?: number | string;
  protocol?: string;
  nodePort?: number;
};

/** A Service; `more` goes into its spec as it stands, `ingress` into its status. */
export function service(
  namespace: string,
  name: string,
  selector: Record<string, string> | null,
  ports: ServicePortSpec[],
  more: Record<string, unknown> = {},
  ingress: string[] = [],
): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, ...(selector === null ? {} : { labels: selector }) },
    spec: {
      ...(selector === null ? {} : { selector }),
      ports: ports.map((port) => ({ protocol: 'TCP', ...port })),
      ...more,
    },
    ...(ingress.length === 0 ? {} : { status: { loadBalancer: { ingress: ingress.map((ip) => ({ ip })) } } }),
  };
}

/** `default/kubernetes` with the API servers' addresses: a Service without selector, its slice made by the API server. */
export function kubernetesService(clusterIP: string, endpoints: string[], port: number): KubeObject[] {
  const ports = [{ name: 'https', port: 443, protocol: 'TCP', targetPort: port }];
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'kubernetes',
        namespace: 'default',
        labels: { component: 'apiserver', provider: 'kubernetes' },
      },
      spec: { clusterIP, clusterIPs: [clusterIP], ports },
    },
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        name: 'kubernetes',
        namespace: 'default',
        labels: { 'kubernetes.io/service-name': 'kubernetes' },
      },
      addressType: clusterIP.includes(':') ? 'IPv6' : 'IPv4',
      ports: [{ name: 'https', port, protocol: 'TCP' }],
      endpoints: endpoints.map((ip) => ({ addresses: [ip], conditions: { ready: true } })),
    },
  ];
}

/** `kube-system/kube-dns` in front of CoreDNS. */
export function kubeDNS(clusterIP: string, withMetrics = true): KubeObject {
  return service(
    'kube-system',
    'kube-dns',
    { 'k8s-app': 'kube-dns' },
    [
      { name: 'dns', port: 53, targetPort: 53, protocol: 'UDP' },
      { name: 'dns-tcp', port: 53, targetPort: 53 },
      ...(withMetrics ? [{ name: 'metrics', port: 9153, targetPort: 9153 }] : []),
    ],
    { clusterIP, clusterIPs: [clusterIP] },
  );
}
