import type { ServiceType } from '@/lib/cilium/frontend';
import type { IndexedFrontend } from './frontend-index';

/** One property of every row as a number into the few values it has: a count is then a walk over an array. */
export type Coded<Value> = { values: readonly Value[]; codes: Uint32Array };

/** What choices of the filter count. */
export type RowCodes = {
  types: Coded<ServiceType>;
  namespaces: Coded<string>;
  /** Rows share a few lists of nodes. */
  nodeLists: Coded<readonly string[]>;
  /** 1 where something is wrong with the row. */
  problems: Uint8Array;
};

/** Works the numbers out once for an index. */
export function rowCodes(rows: readonly IndexedFrontend[]): RowCodes {
  return {
    types: coded(rows, ({ view }) => view.type ?? 'NONE'),
    namespaces: coded(rows, ({ owner }) => owner.namespace),
    nodeLists: coded(rows, ({ view }) => view.nodes),
    problems: Uint8Array.from(rows, ({ view }) => Number(view.problems.length > 0)),
  };
}

function coded<Value>(
  rows: readonly IndexedFrontend[],
  valueOf: (row: IndexedFrontend) => Value,
): Coded<Value> {
  const known = new Map<Value, number>();
  const codes = new Uint32Array(rows.length);
  for (const [at, row] of rows.entries()) {
    const value = valueOf(row);
    let code = known.get(value);
    if (code === undefined) {
      code = known.size;
      known.set(value, code);
    }
    codes[at] = code;
  }
  return { values: [...known.keys()], codes };
}
