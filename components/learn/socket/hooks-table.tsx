import { clsx } from 'clsx';
import { HiddenAnswer } from '@/components/learn/simulator/hidden-answer';
import { isOpen, type Predicted, type Prediction } from '@/lib/learn/predict/prediction';
import { socketHooks } from '@/lib/learn/socket/socket-hooks';
import type { SocketRun } from '@/lib/learn/socket/socket-run';

type HooksTableProps = { run: SocketRun; predictions: readonly Prediction[]; predicted: Predicted };

const cell = 'border-t border-line py-1.5 pr-3 align-top text-pretty';
const head = 'h-8 pr-3 text-left text-small font-medium text-muted';

/** Every hook, when the kernel runs it, what it rewrites, and what it does in this run. */
export function HooksTable({ run, predictions, predicted }: HooksTableProps) {
  return (
    <table className="w-full border-collapse">
      <thead className="border-b border-line-strong">
        <tr>
          <th scope="col" className={clsx(head, 'w-[24%] max-desk:w-[42%]')}>
            Hook
          </th>
          <th scope="col" className={clsx(head, 'w-[30%] max-desk:hidden')}>
            Runs at
          </th>
          <th scope="col" className={head}>
            Rewrites
          </th>
          <th scope="col" className={clsx(head, 'w-[17%] pr-0 max-desk:w-[24%]')}>
            Here
          </th>
        </tr>
      </thead>
      <tbody>
        {socketHooks(run).map(({ hook, runs, rewrites, here, tells, isUsed }) => (
          <tr key={hook}>
            <th scope="row" className={clsx(cell, 'text-left font-normal')}>
              <span className="mono wrap-anywhere">{hook}</span>
              <span className="block text-small text-muted desk:hidden">{runs}</span>
            </th>
            <td className={clsx(cell, 'text-muted max-desk:hidden')}>{runs}</td>
            <td className={clsx(cell, 'text-muted')}>{rewrites}</td>
            <td
              className={clsx(
                cell,
                'pr-0',
                isUsed && !isOpen(tells, predictions, predicted)
                  ? 'font-semibold text-accent-text'
                  : 'text-muted',
              )}
            >
              {isOpen(tells, predictions, predicted) ? <HiddenAnswer /> : here}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
