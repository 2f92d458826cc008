import { clsx } from 'clsx';
import { CopyButton } from '@/components/ui/copy-button';
import { RawBlock } from '@/components/ui/raw-block';
import type { RowChanges } from '@/lib/learn/rows/row-changes';
import type { NodeRows } from '@/lib/learn/rows/rows-model';

type RowsOutputProps = {
  table: NodeRows;
  changes: RowChanges;
  /** The row that is explained, from 0. */
  row: number;
  onRow: (row: number) => void;
  command: string;
  /** Questions are open: the rows would give their answers away. */
  isMasked: boolean;
};

/** What the node's agent prints, row by row; a row that is chosen is explained. */
export function RowsOutput({ table, changes, row, onRow, command, isMasked }: RowsOutputProps) {
  return (
    <RawBlock
      command={command}
      source={table.node}
      actions={isMasked ? undefined : <CopyButton text={table.text} label="the list" word="" />}
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
            {table.rows.map(({ key, lines }, index) => {
              const change = changes.byKey.get(key) ?? 'same';
              const isShown = index === row;
              return (
                <li key={key}>
                  <button
                    type="button"
                    aria-current={isShown ? 'true' : undefined}
                    onClick={() => onRow(index)}
                    className={clsx(
                      'grid w-full grid-cols-[3.5rem_auto] border-l-2 text-left max-desk:py-1',
                      isShown ? 'border-accent bg-accent-soft' : 'border-transparent hover:bg-row-hover',
                    )}
                  >
                    <span className="pl-1.5 font-sans text-label leading-5 font-medium text-accent-text">
                      {change === 'same' ? '' : change}
                    </span>
                    <span className="whitespace-pre">{lines.join('\n')}</span>
                  </button>
                </li>
              );
            })}
            {changes.gone.map(({ key, lines }) => (
              <li
                key={`gone ${key}`}
                className="grid grid-cols-[3.5rem_auto] border-l-2 border-transparent text-muted"
              >
                <span className="pl-1.5 font-sans text-label leading-5 font-medium">gone</span>
                <span className="whitespace-pre line-through">
                  {lines.map((line) => line.trimEnd()).join('\n')}
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </RawBlock>
  );
}
