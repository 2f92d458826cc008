import { ChoiceParameter, ParameterRow } from '@/components/learn/simulator/parameter';
import type { ParametersProps } from '@/components/learn/simulator/parameters-props';
import * as known from '@/lib/learn/socket/socket-parameters';
import type { Caller, SocketParameters } from '@/lib/learn/socket/socket-parameters';
import { coverageWords } from '@/lib/learn/socket/socket-consequences';

const callerWords: Record<Caller, string> = {
  pod: 'pod',
  sidecar: 'Istio pod',
  kata: 'Kata pod',
  host: 'host',
  outside: 'outside',
};

/** What is asked: what the socket load balancer covers, who calls, and how. */
export function SocketParametersRow({ parameters, onChange }: ParametersProps<SocketParameters>) {
  const { coverage, caller, protocol, udpSocket } = parameters;
  const isTcp = known.callStyle(parameters) === 'tcp';
  return (
    <ParameterRow
      more={
        <>
          <ChoiceParameter
            name="Protocol"
            value={isTcp ? 'TCP' : protocol}
            values={known.protocols}
            idle={caller === 'sidecar' ? 'The pod with a sidecar is shown for TCP only' : null}
            onChange={(next) => onChange({ protocol: next })}
          />
          <ChoiceParameter
            name="UDP socket"
            value={udpSocket}
            values={known.udpSockets}
            idle={
              isTcp
                ? 'Matters with UDP only'
                : caller === 'outside'
                  ? 'Its calls are another machine’s'
                  : null
            }
            onChange={(next) => onChange({ udpSocket: next })}
          />
        </>
      }
    >
      <ChoiceParameter
        name="Socket LB"
        value={coverage}
        values={known.coverages}
        label={(value) => coverageWords[value]}
        onChange={(next) => onChange({ coverage: next })}
      />
      <ChoiceParameter
        name="Caller"
        value={caller}
        values={known.callers}
        label={(value) => callerWords[value]}
        onChange={(next) => onChange({ caller: next })}
      />
    </ParameterRow>
  );
}
