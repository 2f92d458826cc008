import type { PodObject } from '../objects/pod-object';
import type { AdviceFacts, AdvisedAgent } from './advice-facts';
import type { AdviceEvidence } from './advice-view';
import { runningValue } from './running-value';

type Named = { namespace: string; name: string };

/** What each of these agents says by `valueOf`, agents of one value together; the value of most agents first. */
export function agentEvidence(
  { agents }: AdviceFacts,
  of: readonly AdvisedAgent[],
  key: string,
  valueOf: (agent: AdvisedAgent) => string | null,
): AdviceEvidence[] {
  const nodesByValue = new Map<string, string[]>();
  for (const agent of of) {
    const value = valueOf(agent);
    if (value === null) continue;
    const nodes = nodesByValue.get(value);
    if (nodes === undefined) nodesByValue.set(value, [agent.node]);
    else nodes.push(agent.node);
  }
  return [...nodesByValue]
    .map(([value, nodes]) => ({
      subject: { kind: 'agents' as const, nodes: nodes.sort(), all: nodes.length === agents.length },
      key,
      value,
    }))
    .sort((a, b) => b.subject.nodes.length - a.subject.nodes.length || (a.value < b.value ? -1 : 1));
}

/** What these agents run with of a key. */
export function settingEvidence(
  facts: AdviceFacts,
  of: readonly AdvisedAgent[],
  key: string,
): AdviceEvidence[] {
  return agentEvidence(facts, of, key, (agent) => runningValue(agent, key));
}

export function serviceEvidence({ namespace, name }: Named, key: string, value: string): AdviceEvidence {
  return { subject: { kind: 'service', namespace, name }, key, value };
}

/** The same fact of pods of one workload stands once, with the nodes they run on. */
export function workloadEvidence(
  { agents }: AdviceFacts,
  found: readonly { pod: PodObject; key: string; value: string }[],
): AdviceEvidence[] {
  const groups = new Map<string, Named & { key: string; value: string; nodes: Set<string> }>();
  for (const { pod, key, value } of found) {
    const { namespace, node } = pod;
    const name = pod.workload ?? pod.name;
    const id = JSON.stringify([namespace, name, key, value]);
    const group = groups.get(id) ?? { namespace, name, key, value, nodes: new Set<string>() };
    groups.set(id, group);
    if (node !== null) group.nodes.add(node);
  }
  return [...groups.values()].map(({ namespace, name, key, value, nodes }) => ({
    subject: {
      kind: 'workload' as const,
      namespace,
      name,
      nodes: [...nodes].sort(),
      all: agents.length > 0 && agents.every(({ node }) => nodes.has(node)),
    },
    key,
    value,
  }));
}
