import { majorityOf } from '@/lib/cilium/fields/majority';
import type { ShortValue } from '@/lib/cilium/fields/short-value';
import { ownOfEachNode, shortValue } from '@/lib/cilium/fields/short-value';
import type { AgentView } from '@/lib/snapshot/agent-view';
import { stripColumns } from './strip-columns';

/** One row of the strip: an agent, or all that say the same. `cells` is null where none has ever answered. */
export type StripRow = { agents: [AgentView, ...AgentView[]]; cells: ShortValue[] | null };

/** Where agents do not agree on a setting: the words most of them use, and how many. */
export type StripMajority = { differs: boolean; text: string; count: number; answered: number };

/** Up to so many agents each have a row; beyond, a row is one set of values. */
const mostSingleRows = 8;

function cellsOf(agent: AgentView): ShortValue[] | null {
  const { status } = agent;
  return status === null ? null : stripColumns.map(({ field }) => shortValue(field, status));
}

/** Gives the rows: in the list’s order, or by distinct set of values, the largest first, when agents are many. */
export function stripRows(agents: readonly AgentView[]): StripRow[] {
  if (agents.length <= mostSingleRows)
    return agents.map((agent) => ({ agents: [agent], cells: cellsOf(agent) }));
  const sets = new Map<string, StripRow>();
  for (const agent of agents) {
    const cells = cellsOf(agent);
    const key = JSON.stringify(cells?.map(({ text }) => text) ?? null);
    const row = sets.get(key);
    if (row === undefined) sets.set(key, { agents: [agent], cells });
    else row.agents.push(agent);
  }
  return [...sets.values()].sort((a, b) => b.agents.length - a.agents.length);
}

/**
 * Compares one setting over all agents that report it. Versions that do not print a line do not disagree with it.
 */
export function stripMajority(rows: readonly StripRow[], column: number): StripMajority {
  const field = stripColumns[column]?.field;
  if (field === undefined || ownOfEachNode.has(field))
    return { differs: false, text: '', count: 0, answered: 0 };
  const { values, reported, differs } = majorityOf(
    rows.flatMap(({ agents, cells }) => agents.map(({ node }) => ({ node, value: cells?.[column] ?? null }))),
  );
  const [most] = values;
  return { differs, text: most?.text ?? '', count: most?.nodes.length ?? 0, answered: reported };
}
