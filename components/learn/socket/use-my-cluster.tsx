'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import type { SocketParameters } from '@/lib/learn/socket/socket-parameters';
import { agentsQuery } from '@/lib/queries/agents';
import { frontendsQuery } from '@/lib/queries/frontends';
import { clusterParameters } from './cluster-parameters';

/** Fills the simulator with this cluster's coverage and a Service of its own. */
export function UseMyCluster({ onUse }: { onUse: (parameters: Partial<SocketParameters>) => void }) {
  const agents = useQuery(agentsQuery());
  const frontends = useQuery(frontendsQuery());
  const isKnown = agents.data !== undefined && frontends.data !== undefined;
  const parameters = isKnown ? clusterParameters(agents.data.items, frontends.data.items) : null;
  return (
    <Button
      disabled={parameters === null}
      title={
        parameters === null
          ? agents.isError || frontends.isError
            ? 'The cluster could not be asked.'
            : 'No agent has reported its settings yet.'
          : 'Coverage and version as agents report them, and a Service of this cluster'
      }
      onClick={() => {
        if (parameters !== null) onUse(parameters);
      }}
    >
      Use my cluster
    </Button>
  );
}
