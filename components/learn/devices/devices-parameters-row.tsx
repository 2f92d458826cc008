import { DraftInput } from '@/components/learn/simulator/draft-input';
import { ChoiceParameter, Parameter, ParameterRow } from '@/components/learn/simulator/parameter';
import type { ParametersProps } from '@/components/learn/simulator/parameters-props';
import { isPlainAddress } from '@/lib/learn/devices/interfaces-text';
import {
  deviceExampleNames,
  deviceExamples,
  minorBounds,
  type DevicesParameters,
} from '@/lib/learn/devices/devices-parameters';
import { readNetworks, readSetting } from '@/lib/learn/devices/devices-state';

const minors = Array.from(
  { length: minorBounds.max - minorBounds.min + 1 },
  (_, index) => minorBounds.min + index,
);
const select = 'target h-7 rounded-control border border-line-strong bg-surface px-1.5 text-body text-text';

/** Where to begin, and the settings that choose. */
export function DevicesParametersRow({ parameters, onChange }: ParametersProps<DevicesParameters>) {
  const example = deviceExampleNames.find(
    (name) => deviceExamples[name].interfaces === parameters.interfaces,
  );
  return (
    <ParameterRow
      more={
        <>
          <Parameter name="nodeport-addresses">
            <DraftInput
              label="nodeport-addresses"
              value={parameters.nodePortAddresses}
              read={readNetworks}
              placeholder="not set"
              title="Networks with commas between: 192.0.2.0/24. Read since v1.15"
              className="h-7 w-36"
              onChange={(nodePortAddresses) => onChange({ nodePortAddresses })}
            />
          </Parameter>
          <Parameter name="InternalIP of the node">
            <DraftInput
              label="InternalIP of the node"
              value={parameters.nodeIP}
              read={(text) => (text === '' || isPlainAddress(text) ? text : null)}
              placeholder="none"
              className="h-7 w-32"
              onChange={(nodeIP) => onChange({ nodeIP })}
            />
          </Parameter>
          <ChoiceParameter
            name="IPv6"
            value={parameters.ipv6 ? 'on' : 'off'}
            values={['on', 'off'] as const}
            onChange={(next) => onChange({ ipv6: next === 'on' })}
          />
          <Parameter name="Cilium">
            <select
              aria-label="Version of Cilium"
              value={parameters.minor}
              onChange={({ target }) => onChange({ minor: Number(target.value) })}
              className={select}
            >
              {minors.map((minor) => (
                <option key={minor} value={minor}>
                  1.{minor}
                </option>
              ))}
            </select>
          </Parameter>
        </>
      }
    >
      <Parameter name="Begin with">
        <select
          aria-label="Begin with"
          value={example ?? 'own'}
          onChange={({ target }) => {
            const name = deviceExampleNames.find((candidate) => candidate === target.value);
            if (name !== undefined) onChange({ interfaces: deviceExamples[name].interfaces });
          }}
          className={select}
        >
          {example === undefined && <option value="own">Interfaces of your own</option>}
          {deviceExampleNames.map((name) => (
            <option key={name} value={name}>
              {deviceExamples[name].title}
            </option>
          ))}
        </select>
      </Parameter>
      <Parameter name="devices">
        <DraftInput
          label="devices"
          value={parameters.devices}
          read={readSetting}
          placeholder="not set: detect"
          title="Names with commas between; eth+ for any eth…, !eth1 to leave one out"
          className="h-7 w-36"
          onChange={(devices) => onChange({ devices })}
        />
      </Parameter>
      <Parameter name="direct-routing-device">
        <DraftInput
          label="direct-routing-device"
          value={parameters.directRoutingDevice}
          read={readSetting}
          placeholder="not set"
          title="One name, or eth+ for the first that fits"
          className="h-7 w-28"
          onChange={(directRoutingDevice) => onChange({ directRoutingDevice })}
        />
      </Parameter>
    </ParameterRow>
  );
}
