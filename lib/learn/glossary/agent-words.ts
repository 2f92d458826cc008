import type { GlossaryWord } from './glossary-word';

/**
 * Words of the parts of Cilium that know and tell.
 * Source: install/kubernetes/cilium and cilium-dbg of Cilium 1.10 to main; kubeproxy-free.rst.
 */
export const agentWords = [
  {
    id: 'agent',
    word: 'Agent',
    also: ['cilium-agent', 'cilium pod'],
    text: 'The part of Cilium that runs on every node, as a pod of the DaemonSet cilium. It watches Services and EndpointSlices and writes the node’s BPF maps. It reads its settings at its start only.',
    see: ['operator', 'cilium-config', 'bpf-map'],
    links: [
      { to: 'page', id: 'overview' },
      { to: 'field', id: 'controllers' },
      { to: 'field', id: 'cluster-health' },
    ],
  },
  {
    id: 'operator',
    word: 'Operator',
    also: ['cilium-operator'],
    text: 'The part of Cilium that does what is done once for a cluster, as the Deployment cilium-operator. It reads the same ConfigMap as the agents, but not the CiliumNodeConfigs. After a change of kube-proxy-replacement it must be restarted too.',
    see: ['agent', 'cilium-config'],
    links: [{ to: 'page', id: 'overview' }],
  },
  {
    id: 'cilium-dbg',
    word: 'cilium-dbg',
    also: ['cilium (inside the agent)'],
    text: 'The command inside the agent’s container, with which this product reads: status --verbose and service list. Before 1.15 it was called cilium, like the command-line tool that one installs beside kubectl.',
    see: ['agent', 'kube-proxy-replacement'],
    links: [{ to: 'page', id: 'status' }],
  },
  {
    id: 'cilium-config',
    word: 'cilium-config',
    also: ['ConfigMap'],
    text: 'The ConfigMap with the settings of all agents. A key that is absent means the default of the agent’s version, not an empty value. A change in it does nothing until the agents are restarted.',
    see: ['cilium-node-config', 'desired-value', 'agent'],
    links: [
      { to: 'page', id: 'settings' },
      { to: 'page', id: 'change' },
    ],
  },
  {
    id: 'cilium-node-config',
    word: 'CiliumNodeConfig',
    also: [],
    text: 'An object that gives some nodes, chosen by their labels, other settings than cilium-config does. Its values come later and win. It can serve to try a change on one node first.',
    see: ['cilium-config', 'canary'],
    links: [{ to: 'page', id: 'settings' }],
  },
] as const satisfies readonly GlossaryWord[];
