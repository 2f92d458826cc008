'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import type { NatParameters } from '@/lib/learn/nat/nat-parameters';
import { agentsQuery } from '@/lib/queries/agents';
import { clusterNat } from './cluster-nat';

/** Fills the simulator with what this cluster's agents report. */
export function UseClusterNat({ onUse }: { onUse: (parameters: Partial<NatParameters>) => void }) {
  const { data, isError } = useQuery(agentsQuery());
  const parameters = data === undefined ? null : clusterNat(data.items);
  return (
    <Button
      disabled={parameters === null}
      title={
        parameters === null
          ? isError
            ? 'The cluster could not be asked.'
            : 'No agent has reported a release that is known here.'
          : 'Version, mode and translation as agents report them; agents do not report the families'
      }
      onClick={() => {
        if (parameters !== null) onUse(parameters);
      }}
    >
      Use my cluster
    </Button>
  );
}
