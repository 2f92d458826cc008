import { characterWidth } from '../map/map-columns';
import { choiceOf, type HideableColumn } from './hideable-columns';
import { mostNodeColumns } from './table-columns';
import type { TableRow } from './table-row';

/** Widths of the columns that do not follow their content, in pixels of the design. */
type FixedWidths = {
  service: number;
  type: number;
  problem: number;
  policies: number;
  changed: number;
  node: number;
};

const roomy: FixedWidths = { service: 230, type: 112, problem: 152, policies: 128, changed: 104, node: 72 };
const tight: FixedWidths = { service: 204, type: 104, problem: 120, policies: 120, changed: 88, node: 52 };
const leastFrontend = 204;
const leastBackends = 250;
const andMore = 84;
const padding = 24;

export type ColumnWidths = {
  /** Narrower tables scroll sideways. */
  total: number;
  /** What all columns but the backends take. */
  others: number;
  /** The least the backends take; 0 where they have no column. */
  backends: number;
  /** Columns that have no place. */
  leftOut: ReadonlySet<HideableColumn>;
  /** Null for the column that takes what is left. */
  of: (id: string) => number | null;
};

/** Columns that give way while the detail panel stands beside the table and shows the same. */
const inPanel: readonly HideableColumn[] = ['backends', 'policies'];

/**
 * Gives the columns' widths in pixels of the design; the backends take what is left; without
 * them, all columns share it. Addresses are never cut. Where `room` is short, columns move together; with the panel open, what it shows too has no column. Those
 * in `hidden` never have one.
 */
export function columnWidths(
  nodes: number,
  rows: readonly TableRow[],
  room: number,
  panelOpen: boolean,
  hidden: readonly HideableColumn[],
): ColumnWidths {
  const all = layOut(roomy, nodes, rows, new Set(hidden));
  if (room === 0 || all.total <= room) return all;
  const close = layOut(tight, nodes, rows, all.leftOut);
  return panelOpen && close.total > room
    ? layOut(tight, nodes, rows, new Set([...hidden, ...inPanel]))
    : close;
}

/** True where the column has no place. */
export function isLeftOut(id: string, { leftOut }: Pick<ColumnWidths, 'leftOut'>): boolean {
  const choice = choiceOf(id);
  return choice !== null && leftOut.has(choice);
}

function layOut(
  fixed: FixedWidths,
  nodes: number,
  rows: readonly TableRow[],
  leftOut: ColumnWidths['leftOut'],
): ColumnWidths {
  const { service, type, problem, policies, changed, node } = fixed;
  const frontend = Math.max(leastFrontend, widthOf(longest(rows, ({ view }) => view)));
  const firstBackend = leftOut.has('backends')
    ? 0
    : widthOf(longest(rows, ({ view }) => view.backends[0])) + andMore;
  const backends = leftOut.has('backends') ? 0 : Math.max(leastBackends, firstBackend);
  const nodeColumns = nodes <= mostNodeColumns ? nodes * node : roomy.node;
  const widths: Record<string, number> = { service, type, problem, policies, changed, nodes: roomy.node };
  const choices = { type, problem, policies, changed, nodes: nodeColumns };
  const others = Object.entries(choices).reduce(
    (sum, [id, width]) => sum + (isLeftOut(id, { leftOut }) ? 0 : width),
    service + frontend,
  );
  return {
    total: others + backends,
    others,
    backends,
    leftOut,
    of: (id) => {
      if (id === 'address') return frontend;
      if (id === 'backends') return null;
      return id.startsWith('node:') ? node : (widths[id] ?? null);
    },
  };
}

function longest(
  rows: readonly TableRow[],
  address: (row: TableRow) => { ip: string; port: number } | undefined,
): number {
  return rows.reduce((most, row) => {
    const one = address(row);
    return one === undefined ? most : Math.max(most, one.ip.length + String(one.port).length + 3);
  }, 0);
}

function widthOf(characters: number): number {
  return Math.ceil(characters * characterWidth) + padding;
}

/** Characters that fit the backends' column in a table of `width` pixels. */
export function roomForBackends(width: number, { others, backends }: ColumnWidths): number {
  return Math.floor((Math.max(backends, width - others) - padding) / characterWidth);
}
