import { NumberParameter } from '@/components/learn/simulator/number-parameter';
import { ChoiceParameter, ParameterRow } from '@/components/learn/simulator/parameter';
import type { ParametersProps } from '@/components/learn/simulator/parameters-props';
import { atLeast } from '@/lib/cilium/agent-version';
import * as known from '@/lib/learn/termination/termination-parameters';
import type { TerminationParameters } from '@/lib/learn/termination/termination-parameters';
import { SecondsParameter } from './seconds-parameter';

const releaseWords: Record<known.ReleaseName, string> = {
  '1.17': 'to 1.17',
  '1.18.4': '1.18.0 to 4',
  '1.21': 'since 1.18.5',
};

/** What is asked: how the pod ends, how long it may take, and which agent looks on. */
export function TerminationParametersRow({ parameters, onChange }: ParametersProps<TerminationParameters>) {
  const { ending, version, isSettingOn, answer, client, lagSeconds, longestSeconds, seed } = parameters;
  const isDeleted = ending === 'deleted';
  return (
    <ParameterRow
      more={
        <>
          {isDeleted && (
            <ChoiceParameter
              name="At SIGTERM it"
              value={answer}
              values={known.answersToSigterm}
              onChange={(next) => onChange({ answer: next })}
            />
          )}
          <ChoiceParameter
            name="Clients"
            value={client}
            values={known.clients}
            label={(value) => (value === 'outside' ? 'outside' : 'pods, by socket')}
            onChange={(next) => onChange({ client: next })}
          />
          <SecondsParameter
            name="Table follows after"
            label="From a change of the EndpointSlice to the agent’s table"
            value={lagSeconds}
            bounds={known.lagBounds}
            onChange={(next) => onChange({ lagSeconds: next })}
          />
          <SecondsParameter
            name="Longest connection"
            label="What the longest open connection still needs"
            value={longestSeconds}
            bounds={known.longestBounds}
            onChange={(next) => onChange({ longestSeconds: next })}
          />
          <NumberParameter
            name="Seed"
            label="Seed of the random choice between the pods"
            value={seed}
            bounds={known.seedBounds}
            onChange={(next) => onChange({ seed: next })}
          />
        </>
      }
    >
      <ChoiceParameter
        name="Cilium"
        value={known.alike(version)}
        values={known.releaseNames}
        label={(value) => releaseWords[value]}
        onChange={(next) => onChange({ version: known.releases[next] })}
      />
      <ChoiceParameter
        name="Graceful termination"
        value={isSettingOn ? 'on' : 'off'}
        values={['on', 'off']}
        idle={atLeast(version, 18) ? 'Always on since 1.18: the setting is gone' : null}
        onChange={(next) => onChange({ isSettingOn: next === 'on' })}
      />
      {isDeleted ? (
        <OfDeletion parameters={parameters} onChange={onChange} />
      ) : (
        <OfLoss parameters={parameters} onChange={onChange} />
      )}
    </ParameterRow>
  );
}

function OfDeletion({
  parameters: { preStopSeconds, graceSeconds },
  onChange,
}: ParametersProps<TerminationParameters>) {
  return (
    <>
      <SecondsParameter
        name="preStop"
        label="Pause before SIGTERM"
        value={preStopSeconds}
        bounds={known.preStopBounds(graceSeconds)}
        onChange={(next) => onChange({ preStopSeconds: next })}
      />
      <SecondsParameter
        name="Grace period"
        label="terminationGracePeriodSeconds"
        value={graceSeconds}
        bounds={known.graceBounds}
        // The pause is a part of it.
        onChange={(next) =>
          onChange({
            graceSeconds: next,
            preStopSeconds: Math.min(preStopSeconds, known.preStopBounds(next).max),
          })
        }
      />
    </>
  );
}

function OfLoss({
  parameters: { noticedSeconds, evictedSeconds },
  onChange,
}: ParametersProps<TerminationParameters>) {
  return (
    <>
      <SecondsParameter
        name="Found lost after"
        label="From the death of the node until its pods are marked not ready"
        value={noticedSeconds}
        bounds={known.noticedBounds}
        onChange={(next) => onChange({ noticedSeconds: next })}
      />
      <SecondsParameter
        name="Evicted after another"
        label="From there until its pods are evicted"
        value={evictedSeconds}
        bounds={known.evictedBounds}
        onChange={(next) => onChange({ evictedSeconds: next })}
      />
    </>
  );
}
