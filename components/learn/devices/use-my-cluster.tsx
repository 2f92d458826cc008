'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import type { DevicesParameters } from '@/lib/learn/devices/devices-parameters';
import { agentsQuery } from '@/lib/queries/agents';
import { clusterDevices } from './cluster-devices';

/** Fills the simulator with the devices that a node of this cluster reports. */
export function UseMyCluster({ onUse }: { onUse: (parameters: Partial<DevicesParameters>) => void }) {
  const agents = useQuery(agentsQuery());
  const parameters = agents.data === undefined ? null : clusterDevices(agents.data.items);
  return (
    <Button
      disabled={parameters === null}
      title={
        parameters !== null
          ? 'The devices and the version that the first node reports; agents say nothing of other interfaces'
          : agents.isError
            ? 'The cluster could not be asked.'
            : 'No agent has reported a device yet.'
      }
      onClick={() => {
        if (parameters !== null) onUse(parameters);
      }}
    >
      Use my cluster
    </Button>
  );
}
