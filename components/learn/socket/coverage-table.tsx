import { ComparisonTable } from '@/components/learn/simulator/comparison-table';
import { isOpen, type Predicted, type Prediction } from '@/lib/learn/predict/prediction';
import { coverageWords, socketConsequences } from '@/lib/learn/socket/socket-consequences';
import { coverages, type SocketParameters } from '@/lib/learn/socket/socket-parameters';

type CoverageTableProps = {
  parameters: SocketParameters;
  predictions: readonly Prediction[];
  predicted: Predicted;
};

/** What each coverage gives and costs this caller; a row that gives an open question's answer away is masked. */
export function CoverageTable({ parameters, predictions, predicted }: CoverageTableProps) {
  return (
    <ComparisonTable
      corner={null}
      labelWidth="w-[28%]"
      variants={coverages.map((coverage) => ({
        name: coverageWords[coverage],
        isChosen: coverage === parameters.coverage,
      }))}
      rows={socketConsequences(parameters).map(({ label, cells, tells }) => ({
        ...{ id: label, label, cells, isHidden: isOpen(tells, predictions, predicted) },
      }))}
      headClassName="py-1"
      cellClassName="wrap-anywhere"
    />
  );
}
