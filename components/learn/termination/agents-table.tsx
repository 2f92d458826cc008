import type { ReactNode } from 'react';
import { ComparisonTable } from '@/components/learn/simulator/comparison-table';
import { StateMark } from '@/components/ui/state-mark';
import { isOpen, type Predicted, type Prediction } from '@/lib/learn/predict/prediction';
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
  return (
    <ComparisonTable
      corner="the same pod, under Cilium"
      labelWidth="w-[28%]"
      variants={outcomes}
      rows={rows.map(({ label, tells, cell }) => ({
        ...{ id: label, label, cells: outcomes.map(cell), isHidden: isOpen(tells, predictions, predicted) },
      }))}
      headClassName="max-desk:px-1.5"
      cellClassName="max-desk:px-1.5"
    />
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
