import type { Scenario } from '../../agent-contract';
import { createAgentFactory } from '../../agent/create-agent';
import { largeObjects } from './large-objects';

/** A company's production cluster: 100 nodes and 2,000 Services unless told otherwise. */
export const large: Scenario = {
  name: 'large',
  title: 'A company’s production cluster',
  clusterName: 'prod-eu',
  kubernetesVersion: 'v1.32.6',
  describe: 'Cilium 1.18.2: many nodes, thousands of Services of every kind in twenty teams’ namespaces.',
  defaultSize: { nodes: 100, services: 2000 },
  objects: largeObjects,
  agent: createAgentFactory(),
};
