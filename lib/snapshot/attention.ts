import type { AgentView } from './agent-view';
import type { ClusterFacts } from './cluster-facts';
import type { FrontendView } from './frontend-view';
import { agentAttention } from './agent-attention';
import { frontendAttention } from './frontend-attention';
import type { SourceView } from './source-view';

/** How much an item matters: `error` = traffic fails or is likely to; `warning` = something differs; `info` = good to know. */
export type AttentionSeverity = 'error' | 'warning' | 'info';

export type AttentionKind =
  | 'source'
  | 'agent-silent'
  | 'agent-not-ready'
  | 'no-agents'
  | 'unparsed'
  | 'version-skew'
  | 'settings-differ'
  | 'frontend'
  | 'names-missing';

/** One thing that wants a look, with what to open for it. */
export type AttentionItem = {
  /** Stable between calls for the same matter, so that lists keep their rows. */
  id: string;
  severity: AttentionSeverity;
  kind: AttentionKind;
  title: string;
  text: string;
  target: { node?: string; frontendKey?: string };
  sinceTimestamp: string | null;
};

const severities: readonly AttentionSeverity[] = ['error', 'warning', 'info'];

/** Ranks what wants a look: the gravest first, and of equal gravity what has lasted longest. */
export function findAttention(snapshot: {
  source: SourceView;
  agents: readonly AgentView[];
  facts: ClusterFacts;
  frontends: readonly FrontendView[];
}): AttentionItem[] {
  const { source, agents, facts, frontends } = snapshot;
  const items = [
    ...sourceAttention(source, agents),
    ...agentAttention(agents, facts),
    ...frontendAttention(frontends),
  ];
  const rank = ({ severity }: AttentionItem) => severities.indexOf(severity);
  const since = ({ sinceTimestamp }: AttentionItem) => sinceTimestamp ?? '9999';
  return items.sort(
    (a, b) =>
      rank(a) - rank(b) || compare(since(a), since(b)) || compare(a.title, b.title) || compare(a.id, b.id),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sourceAttention({ problem }: SourceView, agents: readonly AgentView[]): AttentionItem[] {
  if (problem !== null) {
    const namesOnly = problem.code === 'forbidden' && agents.length > 0;
    return [
      {
        id: namesOnly ? 'names-missing' : 'source',
        severity: namesOnly ? 'warning' : 'error',
        kind: namesOnly ? 'names-missing' : 'source',
        title: problem.title,
        text: `${problem.detail} ${problem.hint}`.trim(),
        target: {},
        sinceTimestamp: null,
      },
    ];
  }
  if (agents.length > 0) return [];
  return [
    {
      id: 'no-agents',
      severity: 'error',
      kind: 'no-agents',
      title: 'No Cilium agent found',
      text: 'No pod with the label k8s-app=cilium and a container cilium-agent runs where we look.',
      target: {},
      sinceTimestamp: null,
    },
  ];
}
