import { NumberParameter } from '@/components/learn/simulator/number-parameter';
import { ChoiceParameter, ParameterRow } from '@/components/learn/simulator/parameter';
import type { ParametersProps } from '@/components/learn/simulator/parameters-props';
import { backendCount } from '@/lib/learn/maglev/maglev-backend';
import { exampleOtherSeed, firstBackends, type MaglevParameters } from '@/lib/learn/maglev/maglev-state';
import { SeedField } from './seed-field';

/** The releases between which a table, or a flow's way into it, changes. */
const releases = [
  { value: '16', words: 'up to 1.16', from: 0 },
  { value: '17', words: '1.17', from: 17 },
  { value: '19', words: '1.18, 1.19', from: 18 },
  { value: '21', words: '1.20 and later', from: 20 },
] as const;
type Release = (typeof releases)[number]['value'];

/** What is asked: the seeds of both nodes, the release, how many backends there are. */
export function MaglevParametersRow({ parameters, onChange }: ParametersProps<MaglevParameters>) {
  const { seed, otherSeed, minor, before, service } = parameters;
  const release = releases.findLast(({ from }) => minor >= from) ?? releases[0];
  return (
    <ParameterRow
      more={
        <NumberParameter
          name="Backends"
          label="Backends that there were"
          value={before.length}
          bounds={{ min: 1, max: backendCount(service) }}
          onChange={(count) => {
            const list = firstBackends(count);
            onChange({ before: list, now: list });
          }}
        />
      }
    >
      <SeedField name="Seed" label="Seed of node 1" seed={seed} onSeed={(next) => onChange({ seed: next })} />
      <ChoiceParameter
        name="Second node"
        value={otherSeed === null ? 'same' : 'other'}
        values={['same', 'other'] as const}
        label={(value) => (value === 'same' ? 'same seed' : 'another seed')}
        onChange={(next) => onChange({ otherSeed: next === 'same' ? null : exampleOtherSeed })}
      />
      {otherSeed !== null && (
        <SeedField
          name="Its seed"
          label="Seed of node 2"
          seed={otherSeed}
          onSeed={(next) => onChange({ otherSeed: next })}
        />
      )}
      <ChoiceParameter
        name="Cilium"
        value={release.value}
        values={releases.map(({ value }) => value)}
        label={(value: Release) => releases.find((each) => each.value === value)?.words ?? value}
        onChange={(next) => onChange({ minor: Number(next) })}
      />
    </ParameterRow>
  );
}
