import type { KubeObject } from '../../agent-contract';
import { chartConfig } from './chart-config';
import { ciliumConfig, ciliumDaemonSet, ciliumOperator, hubblePeer } from './cilium-workloads';
import { helmRelease } from './helm-release';
import { kubeDNS, kubernetesService } from './service';
import type { WorkloadSpec } from './workload';
import { deployment } from './workload';

export type ClusterBase = {
  /** `1.18.2` */
  ciliumVersion: string;
  /** Values of `cilium-config` that differ from the chart's defaults. */
  config: Record<string, string>;
  apiServers: string[];
  coreDNSReplicas?: number;
};

/** What every self-managed cluster has: Cilium, its operator and configuration, the API's Service, CoreDNS. */
export function clusterBase({
  ciliumVersion,
  config,
  apiServers,
  coreDNSReplicas = 2,
}: ClusterBase): KubeObject[] {
  const minor = Number(ciliumVersion.split('.')[1]);
  const images = {
    agent: `quay.io/cilium/cilium:v${ciliumVersion}`,
    operator: `quay.io/cilium/operator-generic:v${ciliumVersion}`,
  };
  const coreDNS: WorkloadSpec = {
    namespace: 'kube-system',
    name: 'coredns',
    labels: { 'k8s-app': 'kube-dns' },
    image: 'registry.k8s.io/coredns/coredns:v1.11.3',
    replicas: coreDNSReplicas,
    ports: [
      { name: 'dns', containerPort: 53, protocol: 'UDP' },
      { name: 'dns-tcp', containerPort: 53 },
      { name: 'metrics', containerPort: 9153 },
    ],
  };
  return [
    ciliumConfig(chartConfig(minor, config)),
    helmRelease(ciliumVersion, config),
    ciliumDaemonSet(images),
    ciliumOperator(images),
    ...kubernetesService('10.96.0.1', apiServers, 6443),
    kubeDNS('10.96.0.10'),
    hubblePeer(),
    deployment(coreDNS),
  ];
}
