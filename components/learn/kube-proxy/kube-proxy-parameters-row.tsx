import { NumberParameter } from '@/components/learn/simulator/number-parameter';
import { ChoiceParameter, ParameterRow } from '@/components/learn/simulator/parameter';
import type { ParametersProps } from '@/components/learn/simulator/parameters-props';
import * as known from '@/lib/learn/kube-proxy/kube-proxy-parameters';
import type { KubeProxyParameters, LookupCaller } from '@/lib/learn/kube-proxy/kube-proxy-parameters';

const callerWords: Record<LookupCaller, string> = { pod: 'a pod', outside: 'outside, node port' };

/** What is asked: how many Services there are, where this one stands, and who calls it. */
export function KubeProxyParametersRow({ parameters, onChange }: ParametersProps<KubeProxyParameters>) {
  const { caller, algorithm, services, backends, place, draw } = parameters;
  return (
    <ParameterRow
      more={
        <>
          <NumberParameter
            name="Endpoint drawn"
            label="Which endpoint is drawn"
            value={Math.min(draw, backends)}
            bounds={{ min: 1, max: backends }}
            onChange={(next) => onChange({ draw: next })}
          />
          <ChoiceParameter
            name="Cilium picks by"
            value={algorithm}
            values={known.algorithms}
            idle={caller === 'pod' ? 'At the socket it draws at random always' : null}
            onChange={(next) => onChange({ algorithm: next })}
          />
        </>
      }
    >
      {/* Five figures, and the arrows beside them. */}
      <div className="[&_input]:w-20">
        <NumberParameter
          name="Services"
          label="Service addresses, with their ports"
          value={services}
          bounds={known.serviceBounds}
          onChange={(next) => onChange({ services: next })}
        />
      </div>
      <NumberParameter
        name="Endpoints"
        label="Endpoints of each Service"
        value={backends}
        bounds={known.endpointBounds}
        onChange={(next) => onChange({ backends: next })}
      />
      <ChoiceParameter
        name="Caller"
        value={caller}
        values={known.callers}
        label={(value) => callerWords[value]}
        onChange={(next) => onChange({ caller: next })}
      />
      <ChoiceParameter
        name="Its rule stands"
        value={place}
        values={known.places}
        onChange={(next) => onChange({ place: next })}
      />
    </ParameterRow>
  );
}
