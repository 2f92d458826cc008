import { clsx } from 'clsx';
import { CopyButton } from '@/components/ui/copy-button';
import { RawBlock } from '@/components/ui/raw-block';
import type { RowChanges } from '@/lib/learn/rows/row-changes';
import type { NodeRows } from '@/lib/learn/rows/rows-model';

type RowsOutputProps = {
  table: NodeRows;
  /** The lines of each row as far as they are known; empty ones keep the place of what comes. */
  lines: readonly (readonly string[])[];
  changes: RowChanges;
  /** The row that is explained, from 0; null for none. */
  row: number | null;
  onRow: (row: number) => void;
  command: string;
  /** Questions are open: the rows would give their answers away. */
  isMasked: boolean;
  /** All of it is there, as the agent prints it. */
  isWhole: boolean;
};

/** What the node's agent prints, row by row; a row that is chosen is explained. */
export function RowsOutput(props: RowsOutputProps) {
  const { table, lines, changes, row, onRow, command, isMasked, isWhole } = props;
  return (
    <RawBlock
      command={command}
      source={table.node}
      actions={isWhole ? <CopyButton text={table.text} label="the list" word="" /> : undefined}
      className="min-h-48"
    >
      <div className="min-w-max">
        <div className="border-l-2 border-transparent pl-14 text-muted">{table.head}</div>
        {isMasked ? (
          <div className="border-l-2 border-transparent pl-14 font-sans text-muted">
            hidden until you predict
          </div>
        ) : (
          <ol aria-label="Rows">
            {table.rows.map(({ key }, index) => {
              const known = lines[index] ?? [];
              return known.every((line) => line === '') ? (
                <li key={key} aria-hidden className="whitespace-pre">
                  {known.map(() => ' ').join('\n')}
                </li>
              ) : (
                <li key={key}>
                  <button
                    type="button"
                    aria-current={index === row ? 'true' : undefined}
                    onClick={() => onRow(index)}
                    className={clsx(
                      'grid w-full grid-cols-[3.5rem_auto] border-l-2 text-left max-desk:py-1',
                      index === row
                        ? 'border-accent bg-accent-soft'
                        : 'border-transparent hover:bg-row-hover',
                    )}
                  >
                    <span className="pl-1.5 font-sans text-label leading-5 font-medium text-accent-text">
                      {wordOf(changes, key)}
                    </span>
                    <span className="whitespace-pre">{known.map((line) => line || ' ').join('\n')}</span>
                  </button>
                </li>
              );
            })}
            {isWhole &&
              changes.gone.map(({ key, lines: printed }) => (
                <li
                  key={`gone ${key}`}
                  className="grid grid-cols-[3.5rem_auto] border-l-2 border-transparent text-muted"
                >
                  <span className="pl-1.5 font-sans text-label leading-5 font-medium">gone</span>
                  <span className="whitespace-pre line-through">
                    {printed.map((line) => line.trimEnd()).join('\n')}
                  </span>
                </li>
              ))}
          </ol>
        )}
      </div>
    </RawBlock>
  );
}

function wordOf({ byKey }: RowChanges, key: string): string {
  const change = byKey.get(key) ?? 'same';
  return change === 'same' ? '' : change;
}
