import { queryOptions } from '@tanstack/react-query';
import { paths } from '@/lib/paths';
import type { AgentList } from '@/lib/snapshot/live-event';
import { fetchJson } from './fetch-json';

/** Every agent, with its status and how its last answers went. Pushed. */
export function agentsQuery() {
  return queryOptions({
    queryKey: ['agents'],
    queryFn: ({ signal }) => fetchJson<AgentList>(paths.api.agents, signal),
  });
}

/** One agent out of the list; undefined where no agent runs on `node`. Pushed with the list. */
export function agentQuery(node: string) {
  return queryOptions({
    ...agentsQuery(),
    select: (list: AgentList) => list.items.find((agent) => agent.node === node),
  });
}

/** Gives the names of the nodes that have an agent, in the list's order. */
export function agentNodeNames(list: AgentList): string[] {
  return list.items.map((agent) => agent.node);
}
