'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import type { XdpParameters } from '@/lib/learn/xdp/xdp-parameters';
import { agentsQuery } from '@/lib/queries/agents';
import { clusterParameters } from './cluster-parameters';

/** Fills the simulator with this cluster's acceleration and version. */
export function UseMyCluster({ onUse }: { onUse: (parameters: Partial<XdpParameters>) => void }) {
  const agents = useQuery(agentsQuery());
  const parameters = agents.data === undefined ? null : clusterParameters(agents.data.items);
  return (
    <Button
      disabled={parameters === null}
      title={
        parameters === null
          ? agents.isError
            ? 'The cluster could not be asked.'
            : 'No agent has reported its settings yet.'
          : 'Acceleration and version as agents report them; drivers and kernels they do not report'
      }
      onClick={() => {
        if (parameters !== null) onUse(parameters);
      }}
    >
      Use my cluster
    </Button>
  );
}
