import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { KubeProxyReplacement } from '@/lib/cilium/kube-proxy-replacement';

/** A setting that agents should share: as a sentence names it, its key in `cilium-config`, and what agents run with. */
type SharedSetting = {
  name: string;
  configKey: string;
  valueOf: (replacement: KubeProxyReplacement) => string | undefined;
};

/** A feature that an agent does not print is a value too. */
const sharedSettings: readonly SharedSetting[] = [
  { name: 'Kube-proxy replacement', configKey: 'kube-proxy-replacement', valueOf: ({ mode }) => mode },
  { name: 'The mode', configKey: 'bpf-lb-mode', valueOf: ({ features }) => features.nodePort?.mode },
  {
    name: 'Backend selection',
    configKey: 'bpf-lb-algorithm',
    valueOf: ({ features }) => features.nodePort?.algorithm,
  },
  {
    name: 'XDP acceleration',
    configKey: 'bpf-lb-acceleration',
    valueOf: ({ features }) => features.nodePort?.acceleration,
  },
];

/** Agents that run with several values of one setting; the value of most stands first. */
export type SettingsDifference = {
  name: string;
  configKey: string;
  groups: { value: string; nodes: string[] }[];
};

/** Finds the settings in which agents differ. Whose status was never read says nothing. */
export function settingsDifferences(
  agents: readonly { node: string; status: AgentStatus | null }[],
): SettingsDifference[] {
  return sharedSettings.flatMap(({ name, configKey, valueOf }) => {
    const byValue = new Map<string, string[]>();
    for (const { node, status } of agents) {
      if (status?.kubeProxyReplacement === undefined) continue;
      const value = valueOf(status.kubeProxyReplacement) ?? 'not reported';
      byValue.set(value, [...(byValue.get(value) ?? []), node]);
    }
    if (byValue.size < 2) return [];
    const groups = [...byValue]
      .map(([value, nodes]) => ({ value, nodes }))
      .sort((a, b) => b.nodes.length - a.nodes.length || (a.value < b.value ? -1 : 1));
    return [{ name, configKey, groups }];
  });
}

/** `Backend selection is Maglev on 3 nodes, Random on node-4.` */
export function settingsSentence({ name, groups }: SettingsDifference): string {
  const parts = groups.map(
    ({ value, nodes }) => `${value} on ${nodes.length === 1 ? nodes[0] : `${nodes.length} nodes`}`,
  );
  return `${name} is ${parts.join(', ')}.`;
}
