import { clsx } from 'clsx';
import { dsrConsequences } from '@/lib/learn/dsr/dsr-consequences';
import { modes, type DsrParameters } from '@/lib/learn/dsr/dsr-parameters';
import type { Predicted, Prediction } from '@/lib/learn/predict/prediction';

type ConsequencesTableProps = {
  parameters: DsrParameters;
  predictions: readonly Prediction[];
  predicted: Predicted;
};

/** What each mode gives and costs; a row that gives an open question's answer away is masked. */
export function ConsequencesTable({ parameters, predictions, predicted }: ConsequencesTableProps) {
  const asked = (id: string | null) =>
    id !== null && !predicted.has(id) && predictions.some((prediction) => prediction.id === id);
  return (
    <table className="w-full table-fixed border-collapse">
      <thead className="border-b border-line-strong">
        <tr>
          <th scope="col" className="h-8 w-[28%] pr-3 text-left text-small font-medium text-muted">
            at MTU {parameters.mtuBytes}, dispatch {parameters.dispatch}
          </th>
          {modes.map((mode) => (
            <th
              key={mode}
              scope="col"
              className={clsx(
                'px-2.5 text-left',
                mode === parameters.mode
                  ? 'bg-accent-soft font-semibold text-accent-text'
                  : 'font-medium text-muted',
              )}
            >
              {mode}
              {mode === parameters.mode && <span className="sr-only"> (chosen)</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {dsrConsequences(parameters).map(({ label, cells, tells }) => (
          <tr key={label}>
            <th
              scope="row"
              className="border-t border-line py-1.5 pr-3 text-left align-top font-normal text-pretty text-muted"
            >
              {label}
            </th>
            {modes.map((mode, index) => (
              <td
                key={mode}
                className={clsx(
                  'border-t border-line px-2.5 py-1.5 align-top wrap-anywhere',
                  mode === parameters.mode && 'bg-accent-soft',
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
