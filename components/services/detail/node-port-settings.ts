import type { AgentView } from '@/lib/snapshot/agent-view';

/** How the agents forward and choose, as they report it. */
export type NodePortSettings = { mode: string; algorithm: string };

/** Gives the value all agents report, `differs` where they do not agree, `not reported` where none does. */
export function nodePortSettings(agents: readonly AgentView[]): NodePortSettings {
  const features = agents.map(({ status }) => status?.kubeProxyReplacement?.features.nodePort);
  return {
    mode: common(features.map((nodePort) => nodePort?.mode)),
    algorithm: common(features.map((nodePort) => nodePort?.algorithm)),
  };
}

function common(values: readonly (string | undefined)[]): string {
  const reported = new Set(values.filter((value) => value !== undefined && value !== ''));
  const [first] = reported;
  if (first === undefined) return 'not reported';
  return reported.size === 1 ? first : 'differs by node';
}
