import { NumberParameter } from '@/components/learn/simulator/number-parameter';
import { ChoiceParameter, ParameterRow } from '@/components/learn/simulator/parameter';
import type { ParametersProps } from '@/components/learn/simulator/parameters-props';
import * as known from '@/lib/learn/nat/nat-parameters';
import type { NatParameters } from '@/lib/learn/nat/nat-parameters';
import { hasServiceSetting } from '@/lib/learn/nat/nat-status';
import { ServerParameter } from './server-parameter';

/** What is asked: which of the two features, from which family to which, and with which settings. */
export function NatParametersRow({ parameters, onChange }: ParametersProps<NatParameters>) {
  const { feature, clientFamily, protocol, families, mode, isSettingOn, minor, backend, serverIP } =
    parameters;
  const isGateway = feature === 'gateway';
  return (
    <ParameterRow
      more={
        <>
          <ChoiceParameter
            name="Protocol"
            value={protocol}
            values={known.protocols}
            onChange={(next) => onChange({ protocol: next })}
          />
          {!isGateway && (
            <ChoiceParameter
              name="Pod"
              value={backend}
              values={known.backendPlaces}
              label={(value) => (value === 'remote' ? 'node 2' : 'node 1')}
              onChange={(next) => onChange({ backend: next })}
            />
          )}
          <NumberParameter
            name="Cilium 1."
            label="Cilium’s minor version"
            value={minor}
            bounds={known.minorBounds}
            onChange={(next) => onChange({ minor: next })}
          />
        </>
      }
    >
      <ChoiceParameter
        name="Translate for"
        value={feature}
        values={known.natFeatures}
        label={(value) => (value === 'services' ? 'Services' : 'any traffic (gateway)')}
        onChange={(next) => onChange({ feature: next })}
      />
      {isGateway ? (
        <ServerParameter
          key={serverIP}
          serverIP={serverIP}
          onChange={(next) => onChange({ serverIP: next })}
        />
      ) : (
        <ChoiceParameter
          name="Client"
          value={clientFamily}
          values={known.clientFamilies}
          onChange={(next) => onChange({ clientFamily: next })}
        />
      )}
      <ChoiceParameter
        name="Cilium handles"
        value={families}
        values={known.enabledFamilies}
        onChange={(next) => onChange({ families: next })}
      />
      <ChoiceParameter
        name="Mode"
        value={mode}
        values={known.modes}
        idle={isGateway ? 'The mode is that of Services; the gateway has none' : null}
        onChange={(next) => onChange({ mode: next })}
      />
      <ChoiceParameter
        name="Setting"
        value={isSettingOn ? 'on' : 'off'}
        values={['on', 'off']}
        idle={
          !isGateway && !hasServiceSetting(parameters)
            ? 'Before 1.18 there is none for Services: it follows from the families and the mode'
            : null
        }
        onChange={(next) => onChange({ isSettingOn: next === 'on' })}
      />
    </ParameterRow>
  );
}
