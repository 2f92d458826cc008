'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import type { MaglevParameters } from '@/lib/learn/maglev/maglev-state';
import { agentsQuery } from '@/lib/queries/agents';
import { frontendsQuery } from '@/lib/queries/frontends';
import { clusterMaglev } from './cluster-tables';

/** Fills the simulator with this cluster's table size, version, and a Service of its own. */
export function UseMyTables({ onUse }: { onUse: (changed: Partial<MaglevParameters>) => void }) {
  const agents = useQuery(agentsQuery());
  const frontends = useQuery(frontendsQuery());
  const isKnown = agents.data !== undefined && frontends.data !== undefined;
  const parameters = isKnown ? clusterMaglev(agents.data.items, frontends.data.items) : null;
  return (
    <Button
      disabled={parameters === null}
      title={
        parameters === null
          ? agents.isError || frontends.isError
            ? 'The cluster could not be asked.'
            : 'No agent has reported its settings yet.'
          : 'Table size and version as agents report them, and the largest Service from outside with 2 to 26 backends'
      }
      onClick={() => {
        if (parameters !== null) onUse(parameters);
      }}
    >
      Use my cluster
    </Button>
  );
}
