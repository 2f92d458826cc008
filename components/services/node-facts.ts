import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { isDivergence } from '@/lib/snapshot/is-divergence';
import { BackendIds } from './filter/backend-ids';
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

/** What frontends say of a node: it depends on no agent, which change far more often. */
export type NodeRows = { zone: string | null; backends: number; differing: number };

/** Counts, for each node that a backend runs on or a problem names, its backend addresses and the rows that differ. */
export function nodeRows(
  frontends: readonly FrontendView[],
  ids = new BackendIds(),
): ReadonlyMap<string, NodeRows> {
  const rows = new Map<string, NodeRows>();
  const rowOf = (node: string, zone: string | null): NodeRows => {
    const known = rows.get(node);
    if (known) return known;
    const made: NodeRows = { zone, backends: 0, differing: 0 };
    rows.set(node, made);
    return made;
  };
  const counted = new Set<number>();
  for (const frontend of frontends) {
    const { backends, problems } = frontend;
    const backendIds = ids.of(frontend);
    for (const [slot, { target }] of backends.entries()) {
      const id = backendIds[slot];
      if (target.node === null || id === undefined || counted.has(id)) continue;
      counted.add(id);
      rowOf(target.node, target.zone).backends += 1;
    }
    if (problems.length === 0) continue;
    const differing = new Set(problems.filter(isDivergence).flatMap(({ nodes }) => nodes));
    for (const node of differing) rowOf(node, null).differing += 1;
  }
  return rows;
}

/** Every node that has an agent or runs a backend, by name. */
export function nodeFacts(agents: readonly AgentView[], rows: ReadonlyMap<string, NodeRows>): NodeFacts[] {
  const none: NodeRows = { zone: null, backends: 0, differing: 0 };
  const ofAgents = agents.map((agent): NodeFacts => {
    const { node, zone, frontendCount } = agent;
    const { backends, differing } = rows.get(node) ?? none;
    return { node, zone, agent, frontends: frontendCount, backends, differing };
  });
  const known = new Set(agents.map(({ node }) => node));
  const others = [...rows].flatMap(([node, { zone, backends }]) =>
    known.has(node) || backends === 0
      ? []
      : [{ node, zone, agent: null, frontends: null, backends, differing: 0 }],
  );
  return [...ofAgents, ...others].sort((a, b) => compareNames(a.node, b.node));
}

/** Names of the nodes whose agent has ever given its table. */
export function answeringNodes(agents: readonly AgentView[]): Set<string> {
  return new Set(
    agents
      .filter(({ answers }) => answers['service-list'].answeredTimestamp !== null)
      .map(({ node }) => node),
  );
}
