import type { ExpectedFrontend } from '@/lib/cilium/expected-frontends/expected-frontend';
import type { CiliumVersion } from '../cilium-version';
import { formatGoJson } from '../go/json';
import { serviceModel } from '../table/service-models';
import type { TableRow } from '@/lib/cilium/service-table/table-row';

/** A row's two specs up to their ID, at the depths at which they stand in the answer. */
type Pieces = { wanted: string; realized: string };

const cache = new WeakMap<ExpectedFrontend, Map<string, Pieces>>();

function indent(text: string, blanks: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(blanks)}`);
}

function piecesOf(row: TableRow, version: CiliumVersion): Pieces {
  const byVersion = cache.get(row.frontend) ?? new Map<string, Pieces>();
  cache.set(row.frontend, byVersion);
  const known = byVersion.get(version.text);
  if (known !== undefined) return known;
  // `id` is the last of the spec's keys: without it the text ends where the ID goes.
  const text = formatGoJson(serviceModel({ ...row, id: 0 }, version).spec).replace(/\n\}$/, '');
  const pieces = { wanted: indent(text, 4), realized: indent(text, 6) };
  byVersion.set(version.text, pieces);
  return pieces;
}

function element(row: TableRow, version: CiliumVersion): string {
  const { wanted, realized } = piecesOf(row, version);
  const id = (blanks: string): string => (row.id === 0 ? '' : `,\n${blanks}"id": ${row.id}`);
  return (
    `  {\n    "spec": ${wanted}${id('      ')}\n    },\n` +
    `    "status": {\n      "realized": ${realized}${id('        ')}\n      }\n    }\n  }`
  );
}

/**
 * Prints `cilium service list -o json` straight from an agent's rows, in the order given: the bytes that
 * `formatJsonOutput` prints for their API models, with what rows share printed once for all agents.
 */
export function formatServiceJson(rows: readonly TableRow[], version: CiliumVersion): string {
  if (rows.length === 0) return '[]\n\n';
  return `[\n${rows.map((row) => element(row, version)).join(',\n')}\n]\n\n`;
}
