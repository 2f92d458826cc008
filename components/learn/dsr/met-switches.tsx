import { FaultSwitch } from '@/components/learn/simulator/fault-switch';
import type { ParametersProps } from '@/components/learn/simulator/parameters-props';
import type { DsrParameters, NetworkFault } from '@/lib/learn/dsr/dsr-parameters';

/** What went wrong for people who changed the mode: each can be switched on and walked through. */
export function MetSwitches({ parameters, onChange }: ParametersProps<DsrParameters>) {
  const { faults, isBackendReplaced, routing, moment } = parameters;
  const fault = (name: NetworkFault) => ({
    on: faults.includes(name),
    onChange: (on: boolean) =>
      onChange({ faults: on ? [...faults, name] : faults.filter((other) => other !== name) }),
  });
  return (
    <ul className="grid gap-x-8 desk:grid-cols-2 wide:grid-cols-3">
      <FaultSwitch title="Source/destination check on node 2" {...fault('source-check-2')}>
        The cloud lets node 2 send from its own addresses only. An answer in the Service’s name is none of
        them.
      </FaultSwitch>
      <FaultSwitch title="Source/destination check on node 1" {...fault('source-check-1')}>
        The same where the request is passed on under the client’s address. Geneve and IPIP wrap it in node
        1’s.
      </FaultSwitch>
      <FaultSwitch title="The fabric drops IP options" {...fault('ip-options')}>
        Routers that do not know an option may drop the packet. Of TCP it is the SYN: no connection is made at
        all.
      </FaultSwitch>
      <FaultSwitch
        title="The backend changes in mid-connection"
        on={isBackendReplaced}
        onChange={(on) => onChange({ isBackendReplaced: on })}
      >
        The new pod knows nothing of the connection and resets it. Datagrams just go to the new one.
      </FaultSwitch>
      <FaultSwitch
        title="Nodes joined by a VXLAN tunnel"
        on={routing === 'vxlan'}
        onChange={(on) => onChange({ routing: on ? 'vxlan' : 'native' })}
      >
        VXLAN has no room for the Service’s address: with dsr and hybrid agents refuse to start.
      </FaultSwitch>
      <FaultSwitch
        title="Full-sized packets"
        on={moment === 'later'}
        onChange={(on) => onChange({ moment: on ? 'later' : 'first' })}
      >
        The client sends as much as fits 1500 bytes. What is added on top must fit the nodes’ MTU.
      </FaultSwitch>
    </ul>
  );
}
