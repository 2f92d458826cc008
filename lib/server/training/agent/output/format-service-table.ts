import type { ExpectedFrontend } from '@/lib/cilium/expected-frontends/expected-frontend';
import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import type { TableRow } from '../table/service-table';

const minWidth = 5;
const padding = 3;

/** The cells of one row, kept as long as the row: agents share most of their rows. */
type Cells = { frontend: string; backends: string[]; widest: number };

const withState = new WeakMap<ExpectedFrontend, Cells>();
const withoutState = new WeakMap<ExpectedFrontend, Cells>();

function cellsOf(frontend: ExpectedFrontend, state: boolean): Cells {
  const cache = state ? withState : withoutState;
  const known = cache.get(frontend);
  if (known !== undefined) return known;
  const backends = frontend.backends.map(
    (backend, index) => `${index + 1} => ${formatL3n4Addr(backend)}${state ? ` (${backend.state})` : ''}`,
  );
  const widest = backends.reduce((most, { length }) => Math.max(most, length), 0);
  const cells = { frontend: formatL3n4Addr(frontend), backends, widest };
  cache.set(frontend, cells);
  return cells;
}

/**
 * Prints the table of `cilium service list` straight from an agent's rows, in the order given: the same bytes as
 * `formatServiceList` prints for their API models, in a fraction of the time for thousands of rows.
 */
export function formatServiceTable(rows: readonly TableRow[], version: CiliumVersion): string {
  const state = atLeast(version, 12);
  const cells = rows.map(({ frontend }) => cellsOf(frontend, state));
  const widths = { id: 2, frontend: 8, type: 12, backend: 7 };
  rows.forEach(({ id, frontend }, index) => {
    widths.id = Math.max(widths.id, String(id).length);
    widths.type = Math.max(widths.type, frontend.type.length);
    widths.frontend = Math.max(widths.frontend, cells[index]?.frontend.length ?? 0);
    widths.backend = Math.max(widths.backend, cells[index]?.widest ?? 0);
  });
  const column = (width: number): number => Math.max(minWidth, width + padding);
  const [idWidth, frontendWidth, typeWidth, backendWidth] = [
    column(widths.id),
    column(widths.frontend),
    column(widths.type),
    column(widths.backend),
  ];
  const blank = ' '.repeat(idWidth + frontendWidth + typeWidth);
  let text =
    'ID'.padEnd(idWidth) +
    'Frontend'.padEnd(frontendWidth) +
    'Service Type'.padEnd(typeWidth) +
    'Backend'.padEnd(backendWidth);
  rows.forEach(({ id, frontend }, index) => {
    const { frontend: address = '', backends = [] } = cells[index] ?? {};
    text += `\n${String(id).padEnd(idWidth)}${address.padEnd(frontendWidth)}${frontend.type.padEnd(typeWidth)}`;
    text += (backends[0] ?? '').padEnd(backendWidth);
    for (let next = 1; next < backends.length; next++) {
      text += `\n${blank}${(backends[next] ?? '').padEnd(backendWidth)}`;
    }
  });
  return `${text}\n`;
}
