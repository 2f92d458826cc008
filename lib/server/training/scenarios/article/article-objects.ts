import type { KubeObject } from '../../agent-contract';
import { ciliumConfig, ciliumDaemonSet, ciliumOperator, hubblePeer } from '../parts/cilium-workloads';
import { helmRelease } from '../parts/helm-release';
import { kubeDNS, kubernetesService, service } from '../parts/service';
import type { WorkloadSpec } from '../parts/workload';
import { deployment, placedPod } from '../parts/workload';
import { articleConfig } from './article-config';
import { articleNodes, firstNode, nodeObjects, secondNode } from './article-nodes';

const images = {
  agent:
    'quay.io/cilium/cilium:v1.13.4@sha256:bde8800d61aaad8b8451b10e247ac7bdeb7af187bb698f83d40ad75a38c1ee6b',
  operator:
    'quay.io/cilium/operator-aws:v1.13.4@sha256:c6bde19bbfe1483577f9ef375ff6de19402ac20277c451fe05729fcb9bc02a84',
};

const coreDNS: WorkloadSpec = {
  namespace: 'kube-system',
  name: 'coredns',
  labels: { 'k8s-app': 'kube-dns' },
  image: '602401143452.dkr.ecr.us-east-1.amazonaws.com/eks/coredns:v1.10.1-eksbuild.1',
  replicas: 2,
  ports: [
    { name: 'dns', containerPort: 53, protocol: 'UDP' },
    { name: 'dns-tcp', containerPort: 53 },
  ],
};

function echo(name: string, hostPort?: number): WorkloadSpec {
  const port = { name: 'http-8080', containerPort: 8080, ...(hostPort === undefined ? {} : { hostPort }) };
  return {
    namespace: 'cilium-test',
    name,
    labels: { name, kind: 'echo' },
    image: 'quay.io/cilium/json-mock:v1.3.5',
    replicas: 1,
    ports: [port],
  };
}

/** The connectivity test's two echo servers; the one on the first node has the host port of the article's list. */
const echoOtherNode = echo('echo-other-node');
const echoSameNode = echo('echo-same-node', 40000);

function client(name: string): WorkloadSpec {
  return {
    namespace: 'cilium-test',
    name,
    labels: { name, kind: 'client' },
    image: 'quay.io/cilium/alpine-curl:v1.7.0',
    replicas: 1,
  };
}

function echoService(name: string, clusterIP: string, nodePort: number): KubeObject {
  return service('cilium-test', name, { name }, [{ name: 'http', port: 8080, targetPort: 8080, nodePort }], {
    type: 'NodePort',
    clusterIP,
    clusterIPs: [clusterIP],
  });
}

/** The pod that the article makes to try a host port. */
const nginx: KubeObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'nginx', namespace: 'default' },
  spec: {
    nodeName: secondNode.name,
    containers: [
      { name: 'nginx', image: 'nginx', ports: [{ containerPort: 80, hostPort: 80, protocol: 'TCP' }] },
    ],
  },
  status: { podIP: '192.168.45.94', podIPs: [{ ip: '192.168.45.94' }] },
};

/** AWS's own CNI, which the article moves out of the way with a node selector that no node satisfies. */
const awsNode: KubeObject = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'aws-node', namespace: 'kube-system', labels: { 'k8s-app': 'aws-node' } },
  spec: {
    selector: { matchLabels: { 'k8s-app': 'aws-node' } },
    template: {
      metadata: { labels: { 'k8s-app': 'aws-node' } },
      spec: {
        nodeSelector: { 'io.cilium/aws-node-enabled': 'true' },
        containers: [
          {
            name: 'aws-node',
            image: '602401143452.dkr.ecr.us-east-1.amazonaws.com/amazon-k8s-cni:v1.12.6-eksbuild.2',
          },
        ],
      },
    },
  },
};

/** Every object of the article's cluster. The Services stand in the order in which the article's agent met them. */
export function articleObjects(): KubeObject[] {
  return [
    ...articleNodes.flatMap(nodeObjects),
    ciliumConfig(articleConfig),
    helmRelease('1.13.4', { 'kube-proxy-replacement': 'strict', tunnel: 'disabled' }),
    ciliumDaemonSet(images),
    ciliumOperator(images),
    awsNode,
    ...kubernetesService('10.100.0.1', ['192.168.38.254', '192.168.7.21'], 443),
    hubblePeer('10.100.48.36'),
    kubeDNS('10.100.0.10', false),
    echoService('echo-other-node', '10.100.224.221', 30598),
    echoService('echo-same-node', '10.100.191.108', 30786),
    deployment(coreDNS),
    placedPod(coreDNS, 'coredns-79df7fff65-2x4sj', firstNode.name, '192.168.28.19'),
    placedPod(coreDNS, 'coredns-79df7fff65-md6hc', firstNode.name, '192.168.11.178'),
    deployment(echoOtherNode),
    placedPod(echoOtherNode, 'echo-other-node-7bcd8b8b8d-6qv7c', secondNode.name, '192.168.51.102'),
    deployment(echoSameNode),
    placedPod(echoSameNode, 'echo-same-node-5c6b7b8d69-zl4nm', firstNode.name, '192.168.30.93'),
    deployment(client('client')),
    placedPod(client('client'), 'client-7c6bd5b4f9-h2wzx', firstNode.name),
    deployment(client('client2')),
    placedPod(client('client2'), 'client2-85b8c9d6f7-tq5kn', firstNode.name),
    nginx,
  ];
}
