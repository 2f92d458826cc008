import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { backendKey } from './map/service-block';
import { compareNames } from './map/natural-order';

/** What is written beside a node: what its agent's table holds, and what runs there. */
export type NodeFacts = {
  node: string;
  zone: string | null;
  /** Null where no agent of this node is known. */
  agent: AgentView | null;
  /** Rows of its agent's table; null while there was no answer. */
  frontends: number | null;
  /** Different backend addresses that run on it. */
  backends: number;
  /** Rows in which it says something else than the API or the other nodes. */
  differing: number;
};

/** Every node that has an agent or runs a backend, by name. */
export function nodeFacts(agents: readonly AgentView[], frontends: readonly FrontendView[]): NodeFacts[] {
  const facts = new Map<string, NodeFacts>();
  for (const agent of agents) {
    const { node, zone, frontendCount } = agent;
    facts.set(node, { node, zone, agent, frontends: frontendCount, backends: 0, differing: 0 });
  }
  const counted = new Set<string>();
  for (const { backends, problems } of frontends) {
    for (const backend of backends) {
      const { target } = backend;
      if (target.node === null || counted.has(backendKey(backend))) continue;
      counted.add(backendKey(backend));
      const known = facts.get(target.node);
      if (known) known.backends += 1;
      else
        facts.set(target.node, {
          node: target.node,
          zone: target.zone,
          agent: null,
          frontends: null,
          backends: 1,
          differing: 0,
        });
    }
    if (problems.length === 0) continue;
    const differing = new Set(problems.filter(isDisagreement).flatMap(({ nodes }) => nodes));
    for (const node of differing) {
      const known = facts.get(node);
      if (known) known.differing += 1;
    }
  }
  return [...facts.values()].sort((a, b) => compareNames(a.node, b.node));
}

function isDisagreement({ kind }: FrontendView['problems'][number]): boolean {
  return kind === 'nodes-disagree' || kind === 'missing-on-nodes' || kind === 'leftover-backend';
}

/** Names of the nodes whose agent has ever given its table. */
export function answeringNodes(agents: readonly AgentView[]): Set<string> {
  return new Set(
    agents
      .filter(({ answers }) => answers['service-list'].answeredTimestamp !== null)
      .map(({ node }) => node),
  );
}
