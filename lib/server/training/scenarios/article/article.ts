import type { Scenario } from '../../agent-contract';
import { createAgentFactory } from '../../agent/create-agent';
import { articleNodes } from './article-nodes';
import { articleObjects } from './article-objects';

/** The cluster of the article this product grew from: EKS, Cilium 1.13.4, two nodes, no kube-proxy. */
export const article: Scenario = {
  name: 'article',
  title: 'The article’s EKS cluster',
  clusterName: 'basic-cilium.us-east-1.eksctl.io',
  kubernetesVersion: 'v1.27.3-eks-a5565ad',
  describe:
    'EKS 1.27 with Cilium 1.13.4 in place of kube-proxy: two nodes, the connectivity test, a host port.',
  defaultSize: { nodes: 2, services: 5 },
  objects: articleObjects,
  agent: createAgentFactory({
    firstOrder: 'creation',
    facts: (nodeName) => articleNodes.find(({ name }) => name === nodeName)?.facts ?? {},
  }),
};
