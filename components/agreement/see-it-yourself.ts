import type { CommandedAgent } from '@/lib/export/mask-agreement';
import { kubectlLine } from '@/lib/snapshot/kubectl-line';
import type { ProblemGroup } from './problem-groups';

const differingMax = 2;

/** A command, and what it shows. */
export type SeenBy = { label: string; command: string };

/** A frontend's address without protocol and scope: what a line of the table has in every version. */
function addressOf(key: string): string {
  return key.replace(/\/.*$/, '');
}

/**
 * The commands with which a reader sees a divergence without us: what the agents that differ print, what one that does
 * not prints, and what the API has.
 */
export function seeItYourself(
  { keys, service, kind, nodes }: Pick<ProblemGroup, 'keys' | 'service' | 'kind' | 'nodes'>,
  agents: readonly CommandedAgent[],
  context: string | null,
): SeenBy[] {
  const [key] = keys;
  const ask = ({ namespace, pod, container, binary }: CommandedAgent): string => {
    const cilium = binary ?? 'cilium-dbg';
    const where = { context, namespace, pod, container };
    return key === undefined
      ? `${kubectlLine(where, [cilium, 'status', '--verbose'])} | grep -A 20 'KubeProxyReplacement Details'`
      : `${kubectlLine(where, [cilium, 'service', 'list'])} | grep -F -A 20 '${addressOf(key)}'`;
  };
  const differing = agents.filter(({ node }) => nodes.includes(node)).slice(0, differingMax);
  const other = agents.find(({ node, podReady }) => !nodes.includes(node) && podReady);
  const get = (namespace: string, what: string) =>
    `kubectl${context === null ? '' : ` --context ${context}`} -n ${namespace} get ${what}`;
  const ofAPI = (): SeenBy[] => {
    if (kind === 'settings-differ') {
      const namespace = agents[0]?.namespace ?? 'kube-system';
      return [
        {
          label: 'What agents should run with',
          command: get(namespace, 'configmaps,ciliumnodeconfigs -o yaml'),
        },
      ];
    }
    if (service === null) return [];
    const what = `endpointslices -l kubernetes.io/service-name=${service.name} -o wide`;
    return [{ label: 'What the API has', command: get(service.namespace, what) }];
  };
  return [
    ...differing.map((agent) => ({ label: `On ${agent.node}, which differs`, command: ask(agent) })),
    ...(other === undefined ? [] : [{ label: `On ${other.node}, for comparison`, command: ask(other) }]),
    ...ofAPI(),
  ];
}
