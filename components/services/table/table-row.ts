import type { Severity } from '@/lib/cilium/agreement/severity';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { backendMark, backendMarks, type BackendMark } from '../backend-mark';
import { addressOrder } from '@/lib/snapshot/merge/address-order';
import type { Owner } from '../map/service-block';
import type { RowGroup } from '../group/row-group';

/** One frontend as the table shows and sorts it. */
export type TableRow = {
  key: string;
  view: FrontendView;
  owner: Owner;
  /** Its place by namespace, Service and address: the default order, and the order of equals in every other. */
  order: number;
  states: { mark: BackendMark; count: number }[];
  addressKey: string;
  /** 0 where nothing is wrong; the worst sorts highest. */
  severity: number;
};

const severities: Record<Severity, number> = {
  low: 1,
  medium: 2,
  high: 3,
  critical: 4,
};

/** Gives the rows in their default order. */
export function tableRows(groups: readonly RowGroup[]): TableRow[] {
  const rows: TableRow[] = [];
  for (const { blocks } of groups) {
    for (const { namespace, name, kind, frontends } of blocks) {
      for (const view of frontends) {
        rows.push({
          key: view.key,
          view,
          owner: { namespace, name, kind },
          order: rows.length,
          states: countMarks(view),
          addressKey: addressOrder(view),
          severity: Math.max(0, ...view.problems.map((problem) => severities[problem.severity])),
        });
      }
    }
  }
  return rows;
}

function countMarks(view: FrontendView): TableRow['states'] {
  const counts = new Map<BackendMark, number>();
  for (const backend of view.backends) {
    const mark = backendMark(view, backend);
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return backendMarks.flatMap((mark) => {
    const count = counts.get(mark);
    return count === undefined ? [] : [{ mark, count }];
  });
}

/** What of a frontend is not the default, in a few words; empty for most. A HostPort's type says all there is. */
export function policyWords({ type, ownBackends, scope, remote }: FrontendView): string {
  return [
    ownBackends && type !== 'HostPort' ? 'own per node' : '',
    scope === 'internal' ? 'internal scope' : '',
    remote ? 'other cluster' : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** Keeps rows that were there where they were; new ones follow in their order. `frozen` are keys in their frozen order. */
export function inFrozenOrder<Row extends { id: string }>(
  rows: readonly Row[],
  frozen: readonly string[] | null,
): Row[] {
  if (frozen === null) return [...rows];
  const place = new Map(frozen.map((key, index) => [key, index]));
  return rows
    .map((row, index) => ({ row, place: place.get(row.id) ?? frozen.length + index }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row);
}
