import { characterWidth } from '../map/map-columns';
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
  /** Null for the column that takes what is left. */
  of: (id: string) => number | null;
};

/** A column that gives way while the detail panel stands beside the table and shows the same. */
const inPanel: ReadonlySet<string> = new Set(['backends', 'policies']);

/**
 * Gives the columns' widths in pixels of the design; the backends take what is left. Addresses are never cut.
 * Where `room` is short, columns move together; with the panel open, what it shows too has no column.
 */
export function columnWidths(
  nodes: number,
  rows: readonly TableRow[],
  room: number,
  panelOpen: boolean,
): ColumnWidths {
  const all = layOut(roomy, nodes, rows, true);
  if (room === 0 || all.total <= room) return all;
  const close = layOut(tight, nodes, rows, true);
  return panelOpen && close.total > room ? layOut(tight, nodes, rows, false) : close;
}

/** True where the column has no place: its width is 0. */
export function isLeftOut(id: string, { backends }: ColumnWidths): boolean {
  return backends === 0 && inPanel.has(id);
}

function layOut(fixed: FixedWidths, nodes: number, rows: readonly TableRow[], whole: boolean): ColumnWidths {
  const { service, type, problem, policies, changed, node } = fixed;
  const frontend = Math.max(leastFrontend, widthOf(longest(rows, ({ view }) => view)));
  const firstBackend = widthOf(longest(rows, ({ view }) => view.backends[0])) + andMore;
  const backends = whole ? Math.max(leastBackends, firstBackend) : 0;
  const nodeColumns = nodes <= mostNodeColumns ? nodes * node : roomy.node;
  const others = service + frontend + type + problem + (whole ? policies : 0) + nodeColumns + changed;
  const widths: Record<string, number> = { service, type, problem, policies, changed, nodes: roomy.node };
  return {
    total: others + backends,
    others,
    backends,
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
