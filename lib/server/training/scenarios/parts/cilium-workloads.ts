import type { KubeObject } from '../../agent-contract';
import { helmMarks } from './helm-release';

/** Images of one Cilium release. */
export type CiliumImages = { agent: string; operator: string };

const namespace = 'kube-system';

/** The DaemonSet `cilium` as the chart renders it, without the parts that no reader of the cluster looks at. */
export function ciliumDaemonSet({ agent }: CiliumImages, labelled = true): KubeObject {
  const labels = {
    'k8s-app': 'cilium',
    ...(labelled ? { 'app.kubernetes.io/name': 'cilium-agent', 'app.kubernetes.io/part-of': 'cilium' } : {}),
  };
  const initNames = [
    'config',
    'mount-cgroup',
    'apply-sysctl-overwrites',
    'mount-bpf-fs',
    'clean-cilium-state',
    'install-cni-binaries',
  ];
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'cilium', namespace, labels: { ...labels, 'app.kubernetes.io/managed-by': 'Helm' } },
    spec: {
      selector: { matchLabels: { 'k8s-app': 'cilium' } },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 2 } },
      template: {
        metadata: { labels },
        spec: {
          hostNetwork: true,
          serviceAccountName: 'cilium',
          priorityClassName: 'system-node-critical',
          terminationGracePeriodSeconds: 1,
          tolerations: [{ operator: 'Exists' }],
          initContainers: initNames.map((name) => ({ name, image: agent })),
          containers: [
            {
              name: 'cilium-agent',
              image: agent,
              command: ['cilium-agent'],
              args: ['--config-dir=/tmp/cilium/config-map'],
              ports: [{ name: 'peer-service', containerPort: 4244, hostPort: 4244, protocol: 'TCP' }],
            },
          ],
        },
      },
    },
  };
}

/** The Deployment `cilium-operator`. */
export function ciliumOperator({ operator }: CiliumImages, replicas = 2): KubeObject {
  const labels = { 'io.cilium/app': 'operator', name: 'cilium-operator' };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'cilium-operator', namespace, labels },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '50%' } },
      template: {
        metadata: { labels },
        spec: {
          hostNetwork: true,
          serviceAccountName: 'cilium-operator',
          tolerations: [{ operator: 'Exists' }],
          containers: [{ name: 'cilium-operator', image: operator }],
        },
      },
    },
  };
}

/** The ConfigMap `cilium-config`: what every agent reads when its pod starts. */
export function ciliumConfig(data: Record<string, string>): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'cilium-config', namespace, ...helmMarks },
    data,
  };
}

/** The Service that Hubble relays find the agents through: each node sees its own agent only. */
export function hubblePeer(clusterIP?: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'hubble-peer', namespace, labels: { 'k8s-app': 'cilium' } },
    spec: {
      ...(clusterIP === undefined ? {} : { clusterIP, clusterIPs: [clusterIP] }),
      selector: { 'k8s-app': 'cilium' },
      internalTrafficPolicy: 'Local',
      ports: [{ name: 'peer-service', port: 443, protocol: 'TCP', targetPort: 4244 }],
    },
  };
}
