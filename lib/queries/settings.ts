import { queryOptions } from '@tanstack/react-query';
import { paths } from '@/lib/paths';
import type { SettingsView } from '@/lib/snapshot/settings-view';
import { fetchJson } from './fetch-json';

/** What is desired of each setting beside what the agents report, by groups of nodes. Pushed. */
export function settingsQuery() {
  return queryOptions({
    queryKey: ['settings'],
    queryFn: ({ signal }) => fetchJson<SettingsView>(paths.api.settings, signal),
  });
}
