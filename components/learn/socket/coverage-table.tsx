import { clsx } from 'clsx';
import type { Predicted, Prediction } from '@/lib/learn/predict/prediction';
import { coverageWords, socketConsequences } from '@/lib/learn/socket/socket-consequences';
import { coverages, type SocketParameters } from '@/lib/learn/socket/socket-parameters';

type CoverageTableProps = {
  parameters: SocketParameters;
  predictions: readonly Prediction[];
  predicted: Predicted;
};

/** What each coverage gives and costs this caller; a row that gives an open question's answer away is masked. */
export function CoverageTable({ parameters, predictions, predicted }: CoverageTableProps) {
  const asked = (id: string | null) =>
    id !== null && !predicted.has(id) && predictions.some((prediction) => prediction.id === id);
  return (
    <table className="w-full table-fixed border-collapse">
      <thead className="border-b border-line-strong">
        <tr>
          <td className="h-8 w-[28%]" />
          {coverages.map((coverage) => (
            <th
              key={coverage}
              scope="col"
              className={clsx(
                'px-2.5 py-1 text-left',
                coverage === parameters.coverage
                  ? 'bg-accent-soft font-semibold text-accent-text'
                  : 'font-medium text-muted',
              )}
            >
              {coverageWords[coverage]}
              {coverage === parameters.coverage && <span className="sr-only"> (chosen)</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {socketConsequences(parameters).map(({ label, cells, tells }) => (
          <tr key={label}>
            <th
              scope="row"
              className="border-t border-line py-1.5 pr-3 text-left align-top font-normal text-pretty text-muted"
            >
              {label}
            </th>
            {coverages.map((coverage, index) => (
              <td
                key={coverage}
                className={clsx(
                  'border-t border-line px-2.5 py-1.5 align-top wrap-anywhere',
                  coverage === parameters.coverage && 'bg-accent-soft',
                )}
              >
                {asked(tells) ? <span title="hidden until you predict">?</span> : cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
