'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ServicePicker } from '@/components/learn/simulator/service-picker';
import { UseMyClusterButton } from '@/components/learn/simulator/use-my-cluster';
import type { KubeProxyParameters } from '@/lib/learn/kube-proxy/kube-proxy-parameters';
import { agentsQuery } from '@/lib/queries/agents';
import { frontendsQuery } from '@/lib/queries/frontends';
import { liveLookups } from './cluster-lookups';

type UseMyClusterProps = {
  /** The Service in use; null for the example. */
  chosen: string | null;
  onUse: (parameters: Partial<KubeProxyParameters>) => void;
};

/** Fills the simulator with the number of Services here, and one of them with its endpoints. */
export function UseMyCluster({ chosen, onUse }: UseMyClusterProps) {
  const frontends = useQuery(frontendsQuery());
  const agents = useQuery(agentsQuery());
  const lookups = useMemo(
    () => liveLookups(frontends.data?.items ?? [], agents.data?.items ?? []),
    [frontends.data, agents.data],
  );
  const [first] = lookups;
  return (
    <>
      {chosen !== null && (
        <ServicePicker
          services={lookups.map(({ name }) => name)}
          chosen={chosen}
          onChoose={(name) => {
            const lookup = lookups.find((each) => each.name === name);
            if (lookup !== undefined) onUse(lookup.parameters);
          }}
        />
      )}
      <UseMyClusterButton
        parameters={first?.parameters ?? null}
        hasFailed={frontends.isError || agents.isError}
        takes="As many Service addresses as here, and one of these Services with its endpoints"
        lacks="No agent has listed a Service with an endpoint yet."
        onUse={onUse}
      />
    </>
  );
}
