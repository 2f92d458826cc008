import { formatPlural } from '@/lib/format';
import type { RowGroup } from './row-group';
import { groupTotals } from './totals';

/** What a group's head says beside its title: folded, it speaks for the rows that are not shown. */
export function groupWords(group: RowGroup, collapsed: boolean): string {
  const services = group.blocks.filter(({ kind }) => kind === 'service').length;
  const words = formatPlural(services, 'Service');
  return collapsed ? `${words}, ${formatPlural(groupTotals(group).frontends, 'frontend')}` : words;
}
