import { ChoiceParameter, Parameter, ParameterRow } from '@/components/learn/simulator/parameter';
import { NumberParameter } from '@/components/learn/simulator/number-parameter';
import { releaseOf, releases, type ClusterAround } from '@/lib/learn/rows/cluster-around';

type RowsParametersRowProps = {
  around: ClusterAround;
  onChange: (changed: Partial<ClusterAround>) => void;
};

const onOff = ['on', 'off'] as const;

/** The version and the settings on which rows depend; those that do nothing in this version say so. */
export function RowsParametersRow({ around, onChange }: RowsParametersRowProps) {
  const { minor } = releaseOf(around.release);
  const flag = (name: string, value: boolean, set: (on: boolean) => void, idle: string | null = null) => (
    <ChoiceParameter
      name={name}
      value={value ? 'on' : 'off'}
      values={onOff}
      idle={idle}
      onChange={(next) => set(next === 'on')}
    />
  );
  return (
    <ParameterRow
      more={
        <>
          <ChoiceParameter
            name="Load balancer"
            value={around.hasLoadBalancer ? 'gives an address' : 'none'}
            values={['gives an address', 'none'] as const}
            onChange={(next) => onChange({ hasLoadBalancer: next !== 'none' })}
          />
          {flag('enable-service-topology', around.topology, (topology) => onChange({ topology }))}
          {(minor === 17 || minor === 18) &&
            flag('bpf-lb-proto-diff', around.protocols, (protocols) => onChange({ protocols }))}
          {minor >= 11 &&
            minor <= 17 &&
            flag('enable-k8s-terminating-endpoint', around.graceful, (graceful) => onChange({ graceful }))}
          {minor >= 13 &&
            minor <= 18 &&
            flag('enable-internal-traffic-policy', around.internalPolicy, (internalPolicy) =>
              onChange({ internalPolicy }),
            )}
          <NumberParameter
            name="hostPort of the pods"
            label="Host port of the pods, 0 for none"
            value={around.hostPort}
            bounds={{ min: 0, max: 65535 }}
            onChange={(hostPort) => onChange({ hostPort })}
          />
        </>
      }
    >
      <Parameter name="Cilium">
        <select
          aria-label="Version of Cilium"
          value={around.release}
          onChange={({ target }) => onChange({ release: target.value })}
          className="target h-7 rounded-control border border-line-strong bg-surface px-1.5 text-body text-text"
        >
          {releases.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </Parameter>
      {flag('KPR', around.kpr, (kpr) => onChange({ kpr }))}
      <ChoiceParameter
        name="Families"
        value={around.ipv6 ? 'IPv4 + IPv6' : 'IPv4'}
        values={['IPv4', 'IPv4 + IPv6'] as const}
        onChange={(next) => onChange({ ipv6: next !== 'IPv4' })}
      />
    </ParameterRow>
  );
}
