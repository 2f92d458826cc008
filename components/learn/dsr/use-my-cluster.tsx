'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ServicePicker } from '@/components/learn/simulator/service-picker';
import { UseMyClusterButton } from '@/components/learn/simulator/use-my-cluster';
import type { DsrParameters } from '@/lib/learn/dsr/dsr-parameters';
import { agentsQuery } from '@/lib/queries/agents';
import { frontendsQuery } from '@/lib/queries/frontends';
import { clusterParameters, servicesToFollow } from './cluster-parameters';

type UseMyClusterProps = {
  /** The Service whose addresses are shown; null where they are examples. */
  chosen: string | null;
  onUse: (parameters: Partial<DsrParameters>) => void;
};

/** Fills the simulator with this cluster's settings and a Service of its own, the one that is chosen or any. */
export function UseMyCluster({ chosen, onUse }: UseMyClusterProps) {
  const agents = useQuery(agentsQuery());
  const frontends = useQuery(frontendsQuery());
  const [agentList, frontendList] = [agents.data?.items, frontends.data?.items];
  const known = useMemo(
    () =>
      agentList === undefined || frontendList === undefined
        ? null
        : { agents: agentList, frontends: frontendList, services: servicesToFollow(agentList, frontendList) },
    [agentList, frontendList],
  );
  const parametersFor = (service: string | null) =>
    known === null ? null : clusterParameters(known.agents, known.frontends, service);
  return (
    <>
      <ServicePicker
        services={known?.services ?? []}
        chosen={chosen}
        onChoose={(service) => {
          const its = parametersFor(service);
          if (its !== null) onUse(its);
        }}
      />
      <UseMyClusterButton
        parameters={parametersFor(null)}
        hasFailed={agents.isError || frontends.isError}
        takes="Mode, dispatch, routing and version as agents report them, and a Service of this cluster"
        onUse={onUse}
      />
    </>
  );
}
