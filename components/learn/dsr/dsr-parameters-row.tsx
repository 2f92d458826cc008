import { ChoiceParameter, ParameterRow } from '@/components/learn/simulator/parameter';
import { NumberParameter } from '@/components/learn/simulator/number-parameter';
import type { ParametersProps } from '@/components/learn/simulator/parameters-props';
import * as known from '@/lib/learn/dsr/dsr-parameters';
import type { DsrParameters } from '@/lib/learn/dsr/dsr-parameters';

const packetWords = {
  TCP: { first: 'SYN', later: 'full' },
  UDP: { first: 'short', later: 'full' },
} as const;

/** What is asked: how the nodes forward, what is sent, and where the pod is. */
export function DsrParametersRow({ parameters, onChange }: ParametersProps<DsrParameters>) {
  const { mode, dispatch, protocol, family, routing, backend, moment, mtuBytes } = parameters;
  return (
    <ParameterRow
      more={
        <>
          <ChoiceParameter
            name="Packet"
            value={moment}
            values={known.moments}
            label={(value) => packetWords[protocol][value]}
            onChange={(next) => onChange({ moment: next })}
          />
          <ChoiceParameter
            name="Pod"
            value={backend}
            values={known.backendPlaces}
            label={(value) => (value === 'remote' ? 'node 2' : 'node 1')}
            onChange={(next) => onChange({ backend: next })}
          />
          <ChoiceParameter
            name="Routing"
            term="native-routing"
            value={routing}
            values={known.routings}
            onChange={(next) => onChange({ routing: next })}
          />
          <ChoiceParameter
            name="Family"
            value={family}
            values={known.families}
            // The addresses of the cluster are of one family: the other has examples only.
            onChange={(next) => onChange({ family: next, ends: null })}
          />
          <NumberParameter
            name="MTU"
            term="mtu"
            label="MTU of the nodes, in bytes"
            value={mtuBytes}
            bounds={known.mtuBounds}
            onChange={(next) => onChange({ mtuBytes: next })}
          />
        </>
      }
    >
      <ChoiceParameter
        name="Mode"
        term="forwarding-mode"
        value={mode}
        values={known.modes}
        onChange={(next) => onChange({ mode: next })}
      />
      <ChoiceParameter
        name="Dispatch"
        term="dispatch"
        value={dispatch}
        values={known.dispatches}
        idle={mode === 'snat' ? 'The dispatch matters in dsr and hybrid only' : null}
        onChange={(next) => onChange({ dispatch: next })}
      />
      <ChoiceParameter
        name="Protocol"
        value={protocol}
        values={known.protocols}
        onChange={(next) => onChange({ protocol: next })}
      />
    </ParameterRow>
  );
}
