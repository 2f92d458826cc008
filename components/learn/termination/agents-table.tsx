import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { StateMark } from '@/components/ui/state-mark';
import type { Predicted, Prediction } from '@/lib/learn/predict/prediction';
import { terminationConsequences, type Outcome } from '@/lib/learn/termination/termination-consequences';
import type { TerminationParameters } from '@/lib/learn/termination/termination-parameters';

type AgentsTableProps = {
  parameters: TerminationParameters;
  predictions: readonly Prediction[];
  predicted: Predicted;
};

const rows: { label: string; tells: string; cell: (outcome: Outcome) => ReactNode }[] = [
  {
    label: 'States of pod 1, one after the other',
    tells: 'state',
    cell: ({ states }) => <States states={states} />,
  },
  { label: 'Open connections kept, of 4', tells: 'kept', cell: ({ kept }) => kept },
  {
    label: 'New connections that fail',
    tells: 'kept',
    cell: ({ failed, tried }) => (
      <>
        {failed} <span className="text-muted">of {tried}</span>
      </>
    ),
  },
];

/** The same pod and the same connections under each kind of agent; a row that gives an open answer away is masked. */
export function AgentsTable({ parameters, predictions, predicted }: AgentsTableProps) {
  const outcomes = terminationConsequences(parameters);
  const isAsked = (id: string) =>
    !predicted.has(id) && predictions.some((prediction) => prediction.id === id);
  return (
    <table className="w-full table-fixed border-collapse">
      <thead className="border-b border-line-strong">
        <tr>
          <th scope="col" className="h-8 w-[28%] pr-3 text-left text-small font-medium text-muted">
            the same pod, under Cilium
          </th>
          {outcomes.map(({ name, isChosen }) => (
            <th
              key={name}
              scope="col"
              className={clsx(
                'px-2.5 text-left max-desk:px-1.5',
                isChosen ? 'bg-accent-soft font-semibold text-accent-text' : 'font-medium text-muted',
              )}
            >
              {name}
              {isChosen && <span className="sr-only"> (chosen)</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, tells, cell }) => (
          <tr key={label}>
            <th
              scope="row"
              className="border-t border-line py-1.5 pr-3 text-left align-top font-normal text-pretty text-muted"
            >
              {label}
            </th>
            {outcomes.map((outcome) => (
              <td
                key={outcome.name}
                className={clsx(
                  'border-t border-line px-2.5 py-1.5 align-top max-desk:px-1.5',
                  outcome.isChosen && 'bg-accent-soft',
                )}
              >
                {isAsked(tells) ? <span title="hidden until you predict">?</span> : cell(outcome)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function States({ states }: { states: Outcome['states'] }) {
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {states.map((state, index) =>
        state === null ? (
          <StateMark key={index} mark="absent" label="not listed" />
        ) : (
          <StateMark key={index} mark={state} />
        ),
      )}
    </span>
  );
}
