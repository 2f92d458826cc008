import { FaultSwitch } from '@/components/learn/simulator/fault-switch';
import type { ParametersProps } from '@/components/learn/simulator/parameters-props';
import type { NatParameters } from '@/lib/learn/nat/nat-parameters';

const usualMinor = 20;

/** What went wrong for people who joined two families: each can be switched on and looked at. */
export function NatMet({ parameters, onChange }: ParametersProps<NatParameters>) {
  const { feature, mode, families, minor, isLoadBalancerOnly } = parameters;
  return (
    <ul className="grid gap-x-8 desk:grid-cols-2 wide:grid-cols-3">
      <FaultSwitch
        title="DSR beside it"
        on={mode === 'dsr'}
        onChange={(on) => onChange({ mode: on ? 'dsr' : 'snat' })}
      >
        A pod cannot answer a client of another family itself: the node must. Since 1.18 agents refuse to
        start, before they just do not translate.
      </FaultSwitch>
      <FaultSwitch
        title="IPv6 is off in Cilium"
        on={families === 'IPv4'}
        onChange={(on) => onChange({ families: on ? 'IPv4' : 'both' })}
      >
        Both families must be on, also where the pods have one only.
      </FaultSwitch>
      <FaultSwitch
        title="The gateway in the newest build"
        on={feature === 'gateway' && minor === 21}
        onChange={(on) => onChange(on ? { feature: 'gateway', minor: 21 } : { minor: usualMinor })}
      >
        The build of 1.21 that was recorded takes the setting, and panics.
      </FaultSwitch>
      <FaultSwitch
        title="Services in 1.17, beside pods"
        on={feature === 'services' && minor === 17 && !isLoadBalancerOnly}
        onChange={(on) =>
          onChange(on ? { feature: 'services', minor: 17, isLoadBalancerOnly: false } : { minor: usualMinor })
        }
      >
        In 1.16 and 1.17 nodes translate for Services as a load balancer without pods only.
      </FaultSwitch>
      <FaultSwitch
        title="A load balancer without pods"
        on={isLoadBalancerOnly}
        onChange={(on) => onChange({ isLoadBalancerOnly: on })}
      >
        With <span className="mono">datapath-mode: lb-only</span> they do.
      </FaultSwitch>
    </ul>
  );
}
