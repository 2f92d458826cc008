import { ComparisonTable } from '@/components/learn/simulator/comparison-table';
import { RuleNamed } from '@/components/learn/simulator/rule-named';
import { dsrConsequences } from '@/lib/learn/dsr/dsr-consequences';
import { modes, type DsrParameters } from '@/lib/learn/dsr/dsr-parameters';
import { isOpen, type Predicted, type Prediction } from '@/lib/learn/predict/prediction';

type ConsequencesTableProps = {
  parameters: DsrParameters;
  predictions: readonly Prediction[];
  predicted: Predicted;
};

/** What each mode gives and costs; a row that gives an open question's answer away is masked. */
export function ConsequencesTable({ parameters, predictions, predicted }: ConsequencesTableProps) {
  return (
    <ComparisonTable
      corner={
        <>
          at MTU {parameters.mtuBytes}, dispatch {parameters.dispatch}
        </>
      }
      labelWidth="w-[28%]"
      variants={modes.map((mode) => ({ name: mode, isChosen: mode === parameters.mode }))}
      rows={dsrConsequences(parameters).map(({ label, cells, tells }) => ({
        ...{ id: label, label, isHidden: isOpen(tells, predictions, predicted) },
        cells: cells.map((cell) => <RuleNamed key={cell} text={cell} />),
      }))}
      cellClassName="wrap-anywhere"
    />
  );
}
