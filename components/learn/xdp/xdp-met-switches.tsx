import { FaultSwitch } from '@/components/learn/simulator/fault-switch';
import type { ParametersProps } from '@/components/learn/simulator/parameters-props';
import { fragsSinceMinor, type XdpFault, type XdpParameters } from '@/lib/learn/xdp/xdp-parameters';

/** What went wrong for people who switched acceleration on: each can be switched on and looked at. */
export function XdpMetSwitches({ parameters, onChange }: ParametersProps<XdpParameters>) {
  const { faults, minor, nics, arrivesAt } = parameters;
  const withFault = (name: XdpFault, on: boolean) =>
    on ? [...faults.filter((other) => other !== name), name] : faults.filter((other) => other !== name);
  return (
    <ul className="grid gap-x-8 desk:grid-cols-2 wide:grid-cols-4">
      <FaultSwitch
        title="Jumbo frames, Cilium 1.18"
        on={faults.includes('jumbo') && minor < fragsSinceMinor}
        onChange={(on) =>
          onChange({
            faults: withFault('jumbo', on),
            ...(on ? { minor: Math.min(minor, fragsSinceMinor - 1) } : {}),
          })
        }
      >
        MTU 9001 does not fit XDP’s buffers of one page: invalid argument. Since v1.19, and v1.18.10, agents
        try again with larger ones, and the driver decides.
      </FaultSwitch>
      <FaultSwitch
        title="AWS: every channel in use"
        on={faults.includes('channels') && nics.includes('ena')}
        onChange={(on) =>
          onChange({
            faults: withFault('channels', on),
            ...(on && !nics.includes('ena')
              ? { nics: nics.map((id, index) => (index === arrivesAt ? 'ena' : id)) }
              : {}),
          })
        }
      >
        ena takes the program only while half of its channels are free. An agent that ran may not start again.
      </FaultSwitch>
      <FaultSwitch
        title="A tunnel over IPv6"
        on={faults.includes('ipv6-underlay')}
        onChange={(on) => onChange({ faults: withFault('ipv6-underlay', on) })}
      >
        Since v1.18 a rule of the agent’s own: with acceleration it does not start.
      </FaultSwitch>
      <FaultSwitch
        title="A VLAN among the devices"
        on={nics.includes('vlan')}
        onChange={(on) => {
          if (on)
            return onChange({ nics: nics.length < 4 ? [...nics, 'vlan'] : [...nics.slice(0, 3), 'vlan'] });
          const left = nics.filter((id) => id !== 'vlan');
          const kept = left.length === 0 ? ['mlx5'] : left;
          return onChange({ nics: kept, arrivesAt: Math.min(arrivesAt, kept.length - 1) });
        }}
      >
        A sub-interface has no driver that runs XDP: operation not supported. In native the agent ends, though
        the card below it could.
      </FaultSwitch>
    </ul>
  );
}
