'use client';

import { useQuery } from '@tanstack/react-query';
import { settingsQuery } from '@/lib/queries/settings';
import type { ConfigurationView } from '@/lib/snapshot/settings-view';

/** Where the agents of a namespace have their configuration from; null while it is not known. */
export function useConfiguration(namespace: string): ConfigurationView | null {
  const { data } = useQuery(settingsQuery());
  return data?.configurations.find((one) => one.namespace === namespace) ?? null;
}
