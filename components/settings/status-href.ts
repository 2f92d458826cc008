import { paths } from '@/lib/paths';
import type { SettingsRow } from './settings-rows';

/** Where a cell is explained: the Status page at that node and field. */
export function statusHref({ id }: Pick<SettingsRow, 'id'>, node: string, compare?: string): string {
  const query = new URLSearchParams({ node });
  if (id !== 'version') query.set('field', id);
  if (compare !== undefined) query.set('compare', compare);
  return `${paths.status}?${query.toString()}`;
}
