import { ChoiceParameter, Parameter, ParameterRow } from '@/components/learn/simulator/parameter';
import type { ParametersProps } from '@/components/learn/simulator/parameters-props';
import * as known from '@/lib/learn/xdp/xdp-parameters';
import type { XdpParameters } from '@/lib/learn/xdp/xdp-parameters';
import { trafficWords } from '@/lib/learn/xdp/xdp-consequences';

/** What is asked: the setting, what comes in, and on what kernel. */
export function XdpParametersRow({ parameters, onChange }: ParametersProps<XdpParameters>) {
  const { acceleration, traffic, kernel } = parameters;
  return (
    <ParameterRow
      more={
        <>
          <ChoiceParameter
            name="Kernel"
            value={kernel}
            values={known.kernels}
            onChange={(next) => onChange({ kernel: next })}
          />
        </>
      }
    >
      <ChoiceParameter
        name="Acceleration"
        value={acceleration}
        values={known.accelerations}
        onChange={(next) => onChange({ acceleration: next })}
      />
      <Parameter name="Packet">
        <select
          aria-label="Packet"
          value={traffic}
          onChange={(event) => {
            const next = known.traffics.find((each) => each === event.target.value);
            if (next !== undefined) onChange({ traffic: next });
          }}
          className="target h-7 max-w-full rounded-control border border-line-strong bg-surface px-1.5 text-small text-text"
        >
          {known.traffics.map((each) => (
            <option key={each} value={each}>
              {trafficWords[each]}
            </option>
          ))}
        </select>
      </Parameter>
    </ParameterRow>
  );
}
