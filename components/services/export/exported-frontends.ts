import type { FrontendView } from '@/lib/snapshot/frontend-view';
import type { SortOrder, ServicesViewName } from '../filter/services-url';

import { sortRows } from '../table/row-order';
import { tableRows } from '../table/table-row';
import type { RowGroup } from '../group/row-group';

/** Every frontend that passes the filter, folded or not, in the order of the view: the map's, or the table's. */
export function exportedFrontends(
  groups: readonly RowGroup[],
  view: ServicesViewName,
  sort: SortOrder,
): FrontendView[] {
  if (view === 'map' || (sort.by === 'service' && !sort.descending)) {
    return groups.flatMap(({ blocks }) => blocks.flatMap(({ frontends }) => frontends));
  }
  return sortRows(tableRows(groups), sort).map((row) => row.view);
}
