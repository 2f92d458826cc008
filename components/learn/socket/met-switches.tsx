import { FaultSwitch } from '@/components/learn/simulator/fault-switch';
import type { ParametersProps } from '@/components/learn/simulator/parameters-props';
import type { Caller, Coverage, SocketParameters } from '@/lib/learn/socket/socket-parameters';

const hostOnly = { coverage: 'host-only' } as const;

/** What people met with a coverage that does not fit who calls: each can be switched on and walked through. */
export function MetSwitches({ parameters, onChange }: ParametersProps<SocketParameters>) {
  const met = (caller: Caller, coverage: Coverage, wayOut: Partial<SocketParameters>) => ({
    on: parameters.caller === caller && parameters.coverage === coverage,
    onChange: (on: boolean) => onChange(on ? { caller, coverage } : wayOut),
  });
  return (
    <ul className="grid gap-x-8 desk:grid-cols-2 wide:grid-cols-4">
      <FaultSwitch title="The mesh finds no Service" {...met('sidecar', 'full', hostOnly)}>
        A sidecar that routes by the Service’s address never sees it. Host namespace only leaves it in the
        packet until it has left the pod.
      </FaultSwitch>
      <FaultSwitch title="A Kata pod reaches no Service" {...met('kata', 'full', hostOnly)}>
        Its calls end in the guest’s kernel, as with KubeVirt, and gVisor’s own stack. Host namespace only has
        its packets translated.
      </FaultSwitch>
      <FaultSwitch title="The host reaches no Service" {...met('host', 'off', hostOnly)}>
        Without replacement Cilium balances pods only: kubelet and the container runtime need kube-proxy.
      </FaultSwitch>
      <FaultSwitch title="Clients outside gain nothing" {...met('outside', 'full', { caller: 'pod' })}>
        A node port called from outside is translated at the node’s device, packet by packet, whatever the
        socket load balancer covers.
      </FaultSwitch>
    </ul>
  );
}
