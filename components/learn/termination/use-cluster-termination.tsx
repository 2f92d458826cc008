'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import type { TerminationParameters } from '@/lib/learn/termination/termination-parameters';
import { agentsQuery } from '@/lib/queries/agents';
import { clusterTermination } from './cluster-termination';

type UseClusterTerminationProps = { onUse: (parameters: Partial<TerminationParameters>) => void };

/** Fills the simulator with what this cluster's agents report. */
export function UseClusterTermination({ onUse }: UseClusterTerminationProps) {
  const { data, isError } = useQuery(agentsQuery());
  const parameters = data === undefined ? null : clusterTermination(data.items);
  return (
    <Button
      disabled={parameters === null}
      title={
        parameters === null
          ? isError
            ? 'The cluster could not be asked.'
            : 'No agent has reported a release that is known here.'
          : 'Version and graceful termination as agents report them'
      }
      onClick={() => {
        if (parameters !== null) onUse(parameters);
      }}
    >
      Use my cluster
    </Button>
  );
}
