import type { MaglevAnswer } from '@/lib/learn/maglev/maglev-answer';
import { tableAfter, tableTurn, type TableTurn } from '@/lib/learn/maglev/table-turns';
import type { SlotsProps } from './slot-cells';

/** What the picture shows, and which turn it ends with; null where the whole table is in sight, or none is taken yet. */
export type Building = { picture: SlotsProps; turn: TableTurn | null };

/** Gives the table after so many turns. */
export function buildingAt({ turns, parameters }: MaglevAnswer, taken: number): Building {
  const turn = taken === 0 ? null : tableTurn(turns, taken - 1, parameters);
  return {
    picture: {
      table: tableAfter(turns, taken),
      before: null,
      changes: null,
      marked: turn?.slot ?? null,
      tried: turn?.taken ?? [],
    },
    turn,
  };
}

const noSlots: readonly number[] = [];

/** Gives the whole table, with what moved in it unless that is hidden. */
export function wholeTable({ tables, changes, flow }: MaglevAnswer, isHidden: boolean): Building {
  return {
    picture: {
      table: tables.now,
      before: tables.before,
      changes: isHidden ? null : changes.bySlot,
      marked: flow.now.slot,
      tried: noSlots,
    },
    turn: null,
  };
}
