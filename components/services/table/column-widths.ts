import { characterWidth } from '../map/map-columns';
import { mostNodeColumns } from './table-columns';
import type { TableRow } from './table-row';

const fixed: Record<string, number> = {
  service: 230,
  type: 112,
  problem: 152,
  policies: 128,
  changed: 104,
  nodes: 72,
};
const nodeWidth = 72;
const leastFrontend = 204;
const leastBackends = 250;
const padding = 24;

/** Widths in pixels of the design; the backends take what is left. The frontend's column fits the longest address. */
export function columnWidths(nodes: number, rows: readonly TableRow[]) {
  const longest = rows.reduce(
    (most, { view }) => Math.max(most, view.ip.length + String(view.port).length + 3),
    0,
  );
  const frontend = Math.max(leastFrontend, Math.ceil(longest * characterWidth) + padding);
  const backends = Math.max(leastBackends, frontend);
  const nodeColumns = nodes <= mostNodeColumns ? nodes : 1;
  const { service = 0, type = 0, problem = 0, policies = 0, changed = 0 } = fixed;
  const others = service + frontend + type + problem + policies + nodeColumns * nodeWidth + changed;
  return {
    total: others + backends,
    backends,
    others,
    of(id: string): number | null {
      if (id === 'address') return frontend;
      if (id === 'backends') return null;
      return id.startsWith('node:') ? nodeWidth : (fixed[id] ?? null);
    },
  };
}

/** Characters that fit the backends' column in a table of `width` pixels. */
export function roomForBackends(
  width: number,
  { others, backends }: { others: number; backends: number },
): number {
  return Math.floor((Math.max(backends, width - others) - padding) / characterWidth);
}
