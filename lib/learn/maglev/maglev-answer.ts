import { followFlow, rehashedPercent, type FollowedFlow } from './follow-flow';
import type { MaglevParameters } from './maglev-state';
import { maglevTables, type MaglevTables } from './maglev-tables';
import { differingSlots, slotChanges, slotsByBackend, type SlotChanges } from './slot-changes';
import { tableTurns, type TableTurns } from './table-turns';

/** All that takes time to compute of some parameters. Its arrays can be handed from one thread to another. */
export type MaglevAnswer = {
  parameters: MaglevParameters;
  tables: MaglevTables;
  turns: TableTurns;
  changes: SlotChanges;
  /** Slots of each backend in the table there is, by its place. */
  slots: number[];
  flow: FollowedFlow;
  /** Slots in which node 2's table holds another backend. */
  differing: number;
  rehashedPercent: number;
};

/** Builds the tables and reads off them what the simulator shows. */
export function maglevAnswer(parameters: MaglevParameters): MaglevAnswer {
  const tables = maglevTables(parameters);
  return {
    parameters,
    tables,
    turns: tableTurns(parameters),
    changes: slotChanges(tables, parameters),
    slots: slotsByBackend(tables.now),
    flow: followFlow(parameters, tables),
    differing: differingSlots(tables.now, tables.other),
    rehashedPercent: rehashedPercent(parameters, tables),
  };
}
