import { ChoiceParameter, Parameter, ParameterRow } from '@/components/learn/simulator/parameter';
import type { ParametersProps } from '@/components/learn/simulator/parameters-props';
import { Button } from '@/components/ui/button';
import * as known from '@/lib/learn/affinity/affinity-parameters';
import type { AffinityParameters } from '@/lib/learn/affinity/affinity-parameters';
import { newestWithoutCookie } from '@/lib/learn/affinity/affinity-state';

const wayWords = {
  cookie: 'at the socket',
  'no-cookie': 'at the socket, kernel before 5.7',
  packet: 'host only at the socket',
} as const;

/** What is asked: who connects from where, how nodes choose, and which backend goes. */
export function AffinityParametersRow({ parameters, onChange }: ParametersProps<AffinityParameters>) {
  const { isOn, place, algorithm, insideWay, gone, minor, seed } = parameters;
  const isInside = place === 'inside';
  return (
    <ParameterRow
      more={
        <>
          {isInside ? (
            <ChoiceParameter
              name="Socket LB"
              value={insideWay}
              values={known.insideWays}
              label={(value) => wayWords[value]}
              onChange={(next) =>
                onChange({
                  insideWay: next,
                  // A newer agent asks for a newer kernel.
                  minor: next === 'no-cookie' ? Math.min(minor, newestWithoutCookie) : known.minorBounds.max,
                })
              }
            />
          ) : (
            <ChoiceParameter
              name="Cilium"
              value={minor < 17 ? 'old' : minor === 17 ? '1.17' : 'new'}
              values={['old', '1.17', 'new'] as const}
              label={(value) => (value === 'old' ? 'up to 1.16' : value === 'new' ? '1.18 and later' : value)}
              idle={algorithm === 'random' ? 'Chance is the same in all of them' : null}
              onChange={(next) => onChange({ minor: next === 'old' ? 16 : next === '1.17' ? 17 : 21 })}
            />
          )}
          <Parameter name="Chance">
            <Button
              size="small"
              title="Other random numbers; the link keeps them"
              disabled={!isInside && algorithm === 'maglev'}
              onClick={() => onChange({ seed: (seed % 999_999) + 1 })}
            >
              Draw again
            </Button>
          </Parameter>
        </>
      }
    >
      <ChoiceParameter
        name="Session affinity"
        value={isOn ? 'on' : 'off'}
        values={['on', 'off'] as const}
        onChange={(next) => onChange({ isOn: next === 'on' })}
      />
      <ChoiceParameter
        name="Clients"
        value={place}
        values={known.places}
        label={(value) => (value === 'outside' ? 'from outside' : 'in the cluster')}
        onChange={(next) => onChange({ place: next })}
      />
      <ChoiceParameter
        name="Algorithm"
        value={isInside ? 'random' : algorithm}
        values={known.algorithms}
        idle={isInside ? 'In the cluster a backend is always drawn at random' : null}
        onChange={(next) => onChange({ algorithm: next })}
      />
      <ChoiceParameter
        name="Shuts down"
        value={gone ?? 'none'}
        values={['none', ...known.backendLetters] as const}
        onChange={(next) => onChange({ gone: next === 'none' ? null : next })}
      />
    </ParameterRow>
  );
}
