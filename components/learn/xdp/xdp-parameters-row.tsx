import { ChoiceParameter, ParameterRow } from '@/components/learn/simulator/parameter';
import * as known from '@/lib/learn/xdp/xdp-parameters';
import type { XdpParameters } from '@/lib/learn/xdp/xdp-parameters';
import { trafficWords } from '@/lib/learn/xdp/xdp-consequences';

type XdpParametersRowProps = {
  parameters: XdpParameters;
  onChange: (changed: Partial<XdpParameters>) => void;
};

/** What is asked: the setting, what comes in, and on what kernel. */
export function XdpParametersRow({ parameters, onChange }: XdpParametersRowProps) {
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
