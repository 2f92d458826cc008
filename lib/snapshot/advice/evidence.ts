import { reportedValue } from '@/lib/cilium/settings/reported-value';
import type { PodObject } from '../objects/pod-object';
import type { AdviceFacts, AdvisedAgent } from './advice-facts';
import type { AdviceEvidence, EvidenceSource } from './advice-view';
import { runningValue } from './running-value';

type Named = { namespace: string; name: string };

/** What each of these agents says by `valueOf`, agents of one value together; the value of most agents first. */
export function agentEvidence(
  { agents }: AdviceFacts,
  of: readonly AdvisedAgent[],
  key: string,
  valueOf: (agent: AdvisedAgent) => string | null,
  sourceOf: (agent: AdvisedAgent) => EvidenceSource,
): AdviceEvidence[] {
  const groups = new Map<string, { nodes: string[]; value: string; source: EvidenceSource }>();
  for (const agent of of) {
    const value = valueOf(agent);
    if (value === null) continue;
    const source = sourceOf(agent);
    const group = groups.get(`${source} ${value}`);
    if (group === undefined) groups.set(`${source} ${value}`, { nodes: [agent.node], value, source });
    else group.nodes.push(agent.node);
  }
  return [...groups.values()]
    .sort((a, b) => b.nodes.length - a.nodes.length || (a.value < b.value ? -1 : 1))
    .map(({ nodes, value, source }) => ({
      subject: { kind: 'agents', nodes: nodes.sort(), all: nodes.length === agents.length },
      source,
      key,
      value,
    }));
}

/** What these agents run with of a key. */
export function settingEvidence(
  facts: AdviceFacts,
  of: readonly AdvisedAgent[],
  key: string,
): AdviceEvidence[] {
  const valueOf = (agent: AdvisedAgent) => runningValue(agent, key);
  return agentEvidence(facts, of, key, valueOf, ({ status }) =>
    reportedValue(key, status) === null ? 'configured' : 'reported',
  );
}

/** The versions these agents name. */
export function versionEvidence(facts: AdviceFacts, of: readonly AdvisedAgent[]): AdviceEvidence[] {
  const valueOf = ({ version }: AdvisedAgent) => version.text;
  return agentEvidence(facts, of, 'version', valueOf, () => 'reported');
}

/** What a Service's object says. */
export function serviceEvidence({ namespace, name }: Named, key: string, value: string): AdviceEvidence {
  return { subject: { kind: 'service', namespace, name }, source: 'api', key, value };
}

/** What agents' tables say of a Service. */
export function tableEvidence(service: Named, key: string, value: string): AdviceEvidence {
  return { ...serviceEvidence(service, key, value), source: 'reported' };
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
      kind: 'workload',
      namespace,
      name,
      nodes: [...nodes].sort(),
      all: agents.length > 0 && agents.every(({ node }) => nodes.has(node)),
    },
    source: 'api',
    key,
    value,
  }));
}
