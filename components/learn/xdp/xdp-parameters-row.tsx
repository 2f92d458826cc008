import { ChoiceParameter, ParameterRow } from '@/components/learn/simulator/parameter';
import * as known from '@/lib/learn/xdp/xdp-parameters';
import type { XdpParameters } from '@/lib/learn/xdp/xdp-parameters';
import { trafficWords } from '@/lib/learn/xdp/xdp-consequences';

type XdpParametersRowProps = {
  parameters: XdpParameters;
  onChange: (changed: Partial<XdpParameters>) => void;
};

/** What is asked: the setting, what comes in, where, and on what kernel. */
export function XdpParametersRow({ parameters, onChange }: XdpParametersRowProps) {
  const { acceleration, traffic, nics, arrivesAt, kernel } = parameters;
  const names = nics.map((_, index) => known.nicName(index));
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
          {names.length > 1 && (
            <ChoiceParameter
              name="Arrives at"
              value={known.nicName(arrivesAt)}
              values={names}
              onChange={(next) => onChange({ arrivesAt: names.indexOf(next) })}
            />
          )}
        </>
      }
    >
      <ChoiceParameter
        name="Acceleration"
        value={acceleration}
        values={known.accelerations}
        onChange={(next) => onChange({ acceleration: next })}
      />
      <ChoiceParameter
        name="Packet"
        value={traffic}
        values={known.traffics}
        label={(value) => trafficWords[value].short}
        onChange={(next) => onChange({ traffic: next })}
      />
    </ParameterRow>
  );
}
