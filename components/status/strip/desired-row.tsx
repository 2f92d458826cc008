import { clsx } from 'clsx';
import { StateMark } from '@/components/ui/state-mark';
import type { DesiredCell } from './desired-cells';
import { stripColumns } from './strip-columns';

type DesiredRowProps = {
  cells: readonly DesiredCell[];
  /** Whether a column is shown where there is room for few. */
  isNarrow: (column: number) => boolean;
  selected: (column: number) => boolean;
};

/** What `cilium-config` wants, above what the agents run. */
export function StripDesiredRow({ cells, isNarrow, selected }: DesiredRowProps) {
  return (
    <tr className="h-6 border-t border-line max-desk:h-11">
      <th scope="row" className="sticky left-0 bg-bg pr-2.5 text-left font-normal">
        <span className="font-mono tracking-[-0.01em]">cilium-config</span>
        <span className="ml-1.5 text-label text-faint">desired</span>
      </th>
      {cells.map(({ text, isSet, differs, overridden }, column) => (
        <td
          key={stripColumns[column]?.field}
          className={clsx(
            'px-2.5',
            selected(column) && 'bg-accent-soft',
            !isNarrow(column) && 'max-desk:hidden',
            isSet && 'font-mono tracking-[-0.01em]',
            differs ? 'font-medium text-warn' : isSet ? 'text-text' : 'text-faint',
          )}
        >
          {differs && (
            <StateMark mark="differs" tone="warn" label="not what runs" size={11} className="mr-1.25" />
          )}
          {!differs && overridden && (
            <StateMark
              mark="differs"
              tone="quiet"
              label="overridden by another setting"
              size={11}
              className="mr-1.25"
            />
          )}
          {text ?? '–'}
        </td>
      ))}
    </tr>
  );
}
