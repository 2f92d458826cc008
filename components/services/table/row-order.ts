import type { FrontendSort } from '@/lib/snapshot/frontend-filter';
import type { SortOrder } from '../filter/services-url';
import type { TableRow } from './table-row';

/** The table's orders, ascending. Equals stand in the default order. */
export const rowOrders: Readonly<Record<FrontendSort, (a: TableRow, b: TableRow) => number>> = {
  service: (a, b) => a.order - b.order,
  address: (a, b) => compareText(a.addressKey, b.addressKey),
  type: (a, b) => compareText(a.view.type ?? '', b.view.type ?? ''),
  problem: (a, b) => b.severity - a.severity,
  backends: (a, b) => a.view.backends.length - b.view.backends.length,
  // Ascending is newest first: the youngest age is the smallest.
  changed: (a, b) => compareText(b.view.changedTimestamp, a.view.changedTimestamp),
};

/** Rows as the table shows them. */
export function sortRows(rows: readonly TableRow[], { by, descending }: SortOrder): TableRow[] {
  const direction = descending ? -1 : 1;
  return rows.toSorted((a, b) => direction * rowOrders[by](a, b) || a.order - b.order);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
