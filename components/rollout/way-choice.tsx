import { clsx } from 'clsx';
import { useId } from 'react';
import type { HelmWay, RolloutWay } from '@/lib/snapshot/rollout-view';

type WayChoiceProps = { helm: HelmWay; way: RolloutWay; onWay: (next: RolloutWay) => void };

/** Chooses how a change of what Helm owns is written, with what becomes of it. */
export function WayChoice({ helm, way, onWay }: WayChoiceProps) {
  const choices = [
    {
      value: 'helm' as const,
      word: `Through Helm release ${helm.release}`,
      what: 'helm upgrade with the chart and the values of the release, and those that change: the next upgrade keeps it. Nothing is written where the chart would change more than the plan says.',
      locked: helm.reason,
    },
    {
      value: 'patch' as const,
      word: 'Patch the ConfigMap itself',
      what: 'The values of the release stay as they are: its next upgrade puts the old settings back.',
      locked: null,
    },
  ];
  const id = useId();
  return (
    <fieldset className="space-y-2">
      <legend className="mb-1 font-medium">How it is written</legend>
      {choices.map(({ value, word, what, locked }) => (
        <div key={value} className="flex items-start gap-2">
          <input
            type="radio"
            id={`${id}-${value}`}
            name={id}
            className="mt-1 flex-none accent-accent"
            checked={way === value}
            disabled={locked !== null}
            aria-describedby={`${id}-${value}-what`}
            onChange={() => onWay(value)}
          />
          <div className="min-w-0 flex-1">
            <label
              htmlFor={`${id}-${value}`}
              className={clsx('block wrap-anywhere', locked === null ? 'cursor-pointer' : 'text-muted')}
            >
              {word}
            </label>
            <p id={`${id}-${value}-what`} className="text-small text-pretty wrap-anywhere text-muted">
              {locked === null ? what : `Not possible: ${locked}`}
            </p>
          </div>
        </div>
      ))}
    </fieldset>
  );
}
