import { settingsDifferences, settingsSentence } from './agreement/settings-differences';
import type { AgentView, AnswerView } from './agent-view';
import type { AttentionItem } from './attention';
import type { ClusterFacts } from './cluster-facts';

/** Finds what agents want a look for: silence, pods not ready, lines not understood, and where they differ. */
export function agentAttention(agents: readonly AgentView[], facts: ClusterFacts): AttentionItem[] {
  return [
    ...agents.flatMap(silence),
    ...agents.flatMap(unparsed),
    ...missingAgents(facts),
    ...versionSkew(agents),
    ...modeSkew(agents),
  ];
}

function silence(agent: AgentView): AttentionItem[] {
  const { node, podReady, podPhase, answers } = agent;
  const failed = failedAnswer(answers['service-list']) ?? failedAnswer(answers.status);
  if (failed === null) {
    if (podReady) return [];
    const text = `The agent answers, but its pod is ${podPhase} and not ready.`;
    return [item('agent-not-ready', 'warning', node, `The agent on ${node} is not ready`, text, null)];
  }
  const { problem, answeredTimestamp } = failed;
  const title =
    problem.code === 'not-ready' ? `The agent on ${node} is not ready` : `The agent on ${node} is silent`;
  const kind = problem.code === 'not-ready' ? 'agent-not-ready' : 'agent-silent';
  return [item(kind, 'error', node, title, `${problem.detail} ${problem.hint}`.trim(), answeredTimestamp)];
}

function failedAnswer(answer: AnswerView) {
  return answer.problem === null ? null : { ...answer, problem: answer.problem };
}

function unparsed({ node, answers }: AgentView): AttentionItem[] {
  const count = answers.status.unparsedCount + answers['service-list'].unparsedCount;
  if (count === 0) return [];
  const text = `${count === 1 ? 'One line' : `${count} lines`} of its output could not be read; the raw output has ${count === 1 ? 'it' : 'them'}.`;
  return [item('unparsed', 'info', node, `Unread lines from ${node}`, text, null)];
}

function missingAgents({ agents }: ClusterFacts): AttentionItem[] {
  if (agents === null || agents.ready >= agents.desired) return [];
  const missing = agents.desired - agents.ready;
  const text = `${agents.ready} of ${agents.desired} agents are ready: ${missing === 1 ? 'one node has' : `${missing} nodes have`} no working agent.`;
  return [{ ...item('agent-not-ready', 'warning', '', 'Agents missing', text, null), target: {} }];
}

function versionSkew(agents: readonly AgentView[]): AttentionItem[] {
  const nodesByVersion = group(agents, ({ version }) => version);
  if (nodesByVersion.size < 2) return [];
  const text = `Agents run ${describe(nodesByVersion)}.`;
  return [{ ...item('version-skew', 'warning', '', 'Agents of several versions', text, null), target: {} }];
}

function modeSkew(agents: readonly AgentView[]): AttentionItem[] {
  const sentences = settingsDifferences(agents).map(settingsSentence);
  if (sentences.length === 0) return [];
  const title = 'Agents differ in their settings';
  return [{ ...item('settings-differ', 'warning', '', title, sentences.join(' '), null), target: {} }];
}

function group(
  agents: readonly AgentView[],
  valueOf: (agent: AgentView) => string | null,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const agent of agents) {
    const value = valueOf(agent);
    if (value !== null) groups.set(value, [...(groups.get(value) ?? []), agent.node]);
  }
  return groups;
}

function describe(groups: Map<string, string[]>): string {
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([value, nodes]) => `${value} on ${nodes.length === 1 ? nodes[0] : `${nodes.length} nodes`}`)
    .join(', ');
}

function item(
  kind: AttentionItem['kind'],
  severity: AttentionItem['severity'],
  node: string,
  title: string,
  text: string,
  sinceTimestamp: string | null,
): AttentionItem {
  return { id: `${kind} ${node}`.trim(), severity, kind, title, text, target: { node }, sinceTimestamp };
}
