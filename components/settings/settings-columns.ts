import type { AgentView } from '@/lib/snapshot/agent-view';
import type { SettingsRow } from './settings-rows';

/** A column of the matrix: one agent, or all that run with the same. */
export type SettingsColumn = { agents: readonly [AgentView, ...AgentView[]]; isGroup: boolean };

/** Up to so many agents each have a column with room for words; beyond, equal ones share one. */
export const mostSingleColumns = 8;

/** Gives a column for each agent, in the list’s order. */
export function singleColumns(agents: readonly AgentView[]): SettingsColumn[] {
  return agents.map((agent) => ({ agents: [agent], isGroup: false }));
}

/** Gives a column for each set of values that agents share, the largest first; then by the first node’s name. */
export function groupedColumns(agents: readonly AgentView[], rows: readonly SettingsRow[]): SettingsColumn[] {
  const groups = new Map<string, [AgentView, ...AgentView[]]>();
  for (const agent of agents) {
    const key = JSON.stringify(
      rows.map(({ compared, cells }) => (compared ? (cells.get(agent.node)?.text ?? null) : '')),
    );
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [agent]);
    else group.push(agent);
  }
  return [...groups.values()]
    .sort((a, b) => b.length - a.length || (a[0].node < b[0].node ? -1 : 1))
    .map((group) => ({ agents: group, isGroup: true }));
}
