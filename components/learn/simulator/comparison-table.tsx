import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { HiddenAnswer } from './hidden-answer';

/** One of the settings that are compared: a column. */
type Variant = {
  name: string;
  /** It is the one that the simulator shows now. */
  isChosen: boolean;
};

/** What is compared: one cell for each variant, in their order. */
export type ComparedRow = {
  id: string;
  label: ReactNode;
  cells: readonly ReactNode[];
  /** It would give an open question's answer away. */
  isHidden: boolean;
};

type ComparisonTableProps = {
  /** What is compared, or under what; null for nothing. */
  corner: ReactNode;
  /** The width of the labels, as a class. */
  labelWidth: string;
  variants: readonly Variant[];
  rows: readonly ComparedRow[];
  headClassName?: string;
  cellClassName: string;
};

/** What each of a few settings gives and costs, side by side, the chosen one marked. */
export function ComparisonTable(props: ComparisonTableProps) {
  const { corner, labelWidth, variants, rows, headClassName, cellClassName } = props;
  return (
    <table className="w-full table-fixed border-collapse">
      <thead className="border-b border-line-strong">
        <tr>
          {corner === null ? (
            <td className={clsx('h-8', labelWidth)} />
          ) : (
            <th
              scope="col"
              className={clsx('h-8 pr-3 text-left text-small font-medium text-muted', labelWidth)}
            >
              {corner}
            </th>
          )}
          {variants.map(({ name, isChosen }) => (
            <th
              key={name}
              scope="col"
              className={clsx(
                'px-2.5 text-left',
                isChosen ? 'bg-accent-soft font-semibold text-accent-text' : 'font-medium text-muted',
                headClassName,
              )}
            >
              {name}
              {isChosen && <span className="sr-only"> (chosen)</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, cells, isHidden }) => (
          <tr key={id}>
            <th
              scope="row"
              className="border-t border-line py-1.5 pr-3 text-left align-top font-normal text-pretty text-muted"
            >
              {label}
            </th>
            {variants.map(({ name, isChosen }, index) => (
              <td
                key={name}
                className={clsx(
                  'border-t border-line px-2.5 py-1.5 align-top',
                  isChosen && 'bg-accent-soft',
                  cellClassName,
                )}
              >
                {isHidden ? <HiddenAnswer /> : cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
