'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import type { AffinityParameters } from '@/lib/learn/affinity/affinity-parameters';
import { agentsQuery } from '@/lib/queries/agents';
import { clusterAffinity } from './cluster-affinity';

type UseMyAffinityProps = {
  parameters: AffinityParameters;
  onUse: (changed: Partial<AffinityParameters>) => void;
};

/** Fills the simulator with what this cluster's agents report. */
export function UseMyAffinity({ parameters, onUse }: UseMyAffinityProps) {
  const agents = useQuery(agentsQuery());
  const changed = agents.data === undefined ? null : clusterAffinity(agents.data.items, parameters);
  return (
    <Button
      disabled={changed === null}
      title={
        changed === null
          ? agents.isError
            ? 'The cluster could not be asked.'
            : 'No agent has reported its settings yet.'
          : 'Version, algorithm, Session Affinity and Socket LB Coverage as agents report them'
      }
      onClick={() => {
        if (changed !== null) onUse(changed);
      }}
    >
      Use my cluster
    </Button>
  );
}
