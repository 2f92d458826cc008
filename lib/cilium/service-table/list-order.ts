import { compareL3n4Addrs } from '../expected-frontends/address-order';
import { sortSlice } from './sort-slice';
import type { TableRow } from './table-row';

const listed = new WeakMap<readonly TableRow[], readonly TableRow[]>();

/**
 * The order in which `cilium service list` prints an agent's rows: by ID. Rows that share the ID 0 (v1.20 and later)
 * stand as the client's `sort.Slice` leaves them, which compares with `<=` and starts from the order of the answer:
 * by address.
 */
export function listOrder(rows: readonly TableRow[]): readonly TableRow[] {
  // Rows come by ID, so the second tells whether any ID is there twice.
  if (rows[1]?.id !== 0) return rows;
  const known = listed.get(rows);
  if (known !== undefined) return known;
  const answered = [...rows].sort((a, b) => compareL3n4Addrs(a.frontend, b.frontend));
  const sorted = sortSlice(answered, (a, b) => a.id <= b.id);
  listed.set(rows, sorted);
  return sorted;
}
