import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LiveCluster } from '@/lib/learn/lesson/live-cluster';
import { agentsQuery } from '@/lib/queries/agents';
import { agreementQuery } from '@/lib/queries/agreement';
import { frontendsQuery } from '@/lib/queries/frontends';
import { rolloutsQuery } from '@/lib/queries/rollouts';
import { liveClusterOf } from './live-cluster-of';

/** Gives what the live cluster says, kept up to date; null while it has not answered. */
export function useLiveCluster(isNeeded: boolean): LiveCluster | null {
  const agents = useQuery({ ...agentsQuery(), enabled: isNeeded }).data?.items;
  const frontends = useQuery({ ...frontendsQuery(), enabled: isNeeded }).data?.items;
  const agreement = useQuery({ ...agreementQuery(), enabled: isNeeded }).data;
  const rollouts = useQuery({ ...rolloutsQuery(), enabled: isNeeded }).data;
  return useMemo(
    () =>
      agents === undefined || frontends === undefined
        ? null
        : liveClusterOf(agents, frontends, agreement, rollouts),
    [agents, frontends, agreement, rollouts],
  );
}
